import type { FundingShareEntity } from "@an-sinh/housing-projects/housing-support/funding-share.entity";
import type { FundingSource } from "@an-sinh/housing-projects/housing-support/housing-support.enums";
import { createRandom } from "@an-sinh/sample/population/random";
import { anonymous } from "@an-sinh/server/caller";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { callerOf } from "../../../test/support/callers.js";
import type { DepartmentClient, DepartmentGraph } from "../../../test/support/department-graph.js";
import { numbersThatFollow, type ToldNumber } from "../../../test/support/follows.js";
import {
  fewOrMany,
  generateProvinces,
  unitsOf,
  type GeneratedProvince,
} from "../../../test/support/generated-provinces.js";
import { startHousingGraph } from "./support/housing-graph.js";

const provinces = generateProvinces(40);
const units = unitsOf(provinces);
const unitIds = Object.keys(units);
const years = [2021, 2022, 2023];
/** Also before and after all supports. */
const asked = [2020, ...years, 2050];
const sources: readonly FundingSource[] = ["CENTRAL_BUDGET", "FUND_FOR_THE_POOR", "LOCAL_BUDGET"];

const random = createRandom(5, "supports");
const supports = provinces.flatMap(({ localityIds }) =>
  localityIds.flatMap((localityId) =>
    years.flatMap((year) =>
      Array.from({ length: fewOrMany(random) }, () => ({
        localityId,
        completedOn: `${year}-06-01`,
        amount: 10,
      })),
    ),
  ),
);
/** The first source pays for all supports, the last one for few. */
const shares: readonly FundingShareEntity[] = supports.flatMap((_, index) =>
  sources
    .filter((_source, position) => random.chance(1 - position / 3))
    .map((source, position, { length }) => ({
      supportId: `s${index + 1}`,
      source,
      amount: position === 0 ? 10 - 2 * (length - 1) : 2,
    })),
);

/** A province with four communes. In 2022 few supports were completed in the first one, and none in the second. */
const communes = ["north", "east", "south", "west"];
const inYears = { 2021: [10, 6, 20, 30], 2022: [2, 0, 7, 9] };
const ofCommunes = Object.entries(inYears).flatMap(([year, counts]) =>
  counts.flatMap((count, index) =>
    Array.from({ length: count }, () => ({ localityId: communes[index], completedOn: `${year}-06-01` })),
  ),
);

interface Sums {
  readonly amount: number | null;
  readonly amountDuringYear: number | null;
}

interface Supports extends Sums {
  readonly houses: number | null;
  readonly housesDuringYear: number | null;
  readonly sources: readonly (Sums & { readonly source: FundingSource })[] | null;
}

const none: Supports = { houses: 0, amount: 0, housesDuringYear: 0, amountDuringYear: 0, sources: [] };

const withheld: Sums = { amount: null, amountDuringYear: null };

/** The supports of a unit by year. */
type Answer = (year: number) => Supports;

const selection = asked
  .map(
    (year) => `of${year}: housing(year: ${year}) { supports { houses amount housesDuringYear amountDuringYear
      sources { source amount amountDuringYear } } }`,
  )
  .join(" ");

async function ask(
  client: DepartmentClient,
  asking: readonly string[],
): Promise<ReadonlyMap<string, Answer>> {
  const found = await client.expectEntities<Record<string, { supports: readonly Supports[] }>>(
    "AdministrativeUnit",
    asking.map((id) => ({ id })),
    selection,
  );
  return new Map(asking.map((id, index) => [id, (year) => found[index]?.[`of${year}`]?.supports[0] ?? none]));
}

let graph: DepartmentGraph;
let all: ReadonlyMap<string, Answer>;
let shown: ReadonlyMap<string, Answer>;
beforeAll(async () => {
  graph = await startHousingGraph({
    territory: {
      ...units,
      whole: communes,
      ...Object.fromEntries(communes.map((commune) => [commune, [commune]])),
    },
    supports: [...supports, ...ofCommunes],
    shares,
    supportTargets: ["south", "west"].map((unitId) => ({
      unitId,
      year: 2022,
      program: "GREAT_SOLIDARITY",
      houses: 10,
      legalBasis: "Sample value",
    })),
  });
  all = await ask(graph, unitIds);
  shown = await ask(graph.as(anonymous), unitIds);
});
afterAll(() => graph.close());

const numbers = ["houses", "housesDuringYear"] as const;

/** Whether all localities of a unit lie in another one. */
const isIn = (unitId: string, other: string): boolean =>
  (units[unitId] ?? []).every((localityId) => units[other]?.includes(localityId));

/** The dong of a province, as sums of what each source paid in each locality and year. */
function dongOf({ localityIds, units: ofProvince }: GeneratedProvince): ToldNumber[] {
  const of = (counts: (localityId: string, year: number, source: FundingSource) => boolean) =>
    localityIds.flatMap((localityId) =>
      years.flatMap((year) => sources.map((source) => Number(counts(localityId, year, source)))),
    );
  return Object.entries(ofProvince).flatMap(([unitId, inUnit]) =>
    asked.flatMap((year) => {
      const found = shown.get(unitId)?.(year) ?? none;
      const told = (name: string, sums: Sums, paid: readonly FundingSource[]) => [
        {
          name: `${unitId} ${year} ${name}`,
          value: sums.amount,
          of: of(
            (id, completed, source) => inUnit.includes(id) && completed <= year && paid.includes(source),
          ),
        },
        {
          name: `${unitId} during ${year} ${name}`,
          value: sums.amountDuringYear,
          of: of(
            (id, completed, source) => inUnit.includes(id) && completed === year && paid.includes(source),
          ),
        },
      ];
      const ofSource = (source: FundingSource) =>
        found.sources === null ? withheld : (found.sources.find((sums) => sums.source === source) ?? none);
      return [
        ...told("all", found, sources),
        ...sources.flatMap((source) => told(source, ofSource(source), [source])),
      ];
    }),
  );
}

describe("asked by nobody who signed in", () => {
  test("some numbers are withheld and some are shown, and these are right", () => {
    const values = unitIds.flatMap((unitId) =>
      asked.flatMap((year) =>
        numbers.map((name) => [shown.get(unitId)?.(year)[name], all.get(unitId)?.(year)[name]]),
      ),
    );
    const told = values.filter(([value]) => value !== null && value !== 0);
    expect(told.length).toBeGreaterThan(100);
    expect(values.filter(([value]) => value === null).length).toBeGreaterThan(100);
    expect(told.filter(([value, right]) => value !== right)).toEqual([]);
  });

  test("no number from 1 to 4 is shown, nor do two years differ by one", () => {
    const differences = unitIds.flatMap((unitId) => {
      const houses = asked.map((year) => shown.get(unitId)?.(year).houses).filter((value) => value != null);
      return houses.flatMap((later) => [later, ...houses.map((earlier) => later - earlier)]);
    });
    const during = unitIds.flatMap((unitId) =>
      asked.map((year) => shown.get(unitId)?.(year).housesDuringYear),
    );
    expect([...differences, ...during].filter((value) => value != null && value > 0 && value < 5)).toEqual(
      [],
    );
  });

  test("nothing that is withheld follows from what is shown, of all units, years and sources", () => {
    expect(
      provinces
        .flatMap((province) => numbersThatFollow(dongOf(province)))
        .filter((name) => !name.includes("during 2050")),
    ).toEqual([]);
  });
});

test("what was completed during a year in the withheld units together is not few", async () => {
  const answers = await ask(graph.as(anonymous), ["whole", ...communes]);
  const during = [...answers.values()].map((answer) => answer(2022).housesDuringYear);
  expect(during).toEqual([18, null, null, null, 9]);
});

test.each([
  ["south", null, null],
  ["west", 9, 90],
])("what a target of %s and a published figure are compared with is %s", async (id, completed, percent) => {
  const client = graph.as(anonymous);
  const targets = await client.expectEntities(
    "AdministrativeUnit",
    [{ id }],
    "housing(year: 2022) { supportTargets { completed percentOfTarget } }",
  );
  expect(targets).toEqual([{ housing: { supportTargets: [{ completed, percentOfTarget: percent }] } }]);
  const figure = { id: "F1", measure: "GREAT_SOLIDARITY_HOUSES", administrativeUnit: { id } };
  const figures = await client.expectEntities(
    "PublishedFigure",
    [{ ...figure, fromYear: 2022, toYear: 2022 }],
    "housingProjectsValue",
  );
  expect(figures).toEqual([{ housingProjectsValue: completed }]);
});

test("a year without supports tells of no unit what the year before it withholds", () => {
  const houses = (year: number) => unitIds.map((unitId) => shown.get(unitId)?.(year).houses);
  expect(houses(2050)).toEqual(houses(2023));
});

test("an official sees all of the own unit, and of others what everyone sees", async () => {
  const [own = ""] = unitIds.filter((unitId) => shown.get(unitId)?.(2023).houses === null);
  const seen = await ask(graph.as(callerOf("commune-officer", own)), unitIds);
  const answers = (of: ReadonlyMap<string, Answer>, ids: readonly string[]) =>
    ids.map((unitId) => asked.map((year) => of.get(unitId)?.(year)));
  const others = unitIds.filter((unitId) => !isIn(unitId, own));
  expect(answers(seen, [own])).toEqual(answers(all, [own]));
  expect(answers(seen, others)).toEqual(answers(shown, others));
  const withoutScope = await ask(graph.as(callerOf("credit-officer", own)), [own]);
  expect(answers(withoutScope, [own])).toEqual(answers(shown, [own]));
});
