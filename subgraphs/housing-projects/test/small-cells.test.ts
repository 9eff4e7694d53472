import { anonymous } from "@an-sinh/server/caller";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { callerOf } from "../../../test/support/callers.js";
import type { DepartmentGraph } from "../../../test/support/department-graph.js";
import { numbersThatFollow } from "../../../test/support/follows.js";
import {
  asked,
  communes,
  provinces,
  startWithSupports,
  unitIds,
  units,
} from "./support/generated-supports.js";
import { ask, type Answer } from "./support/housing-answers.js";
import { dongOf } from "./support/housing-sums.js";

let graph: DepartmentGraph;
let all: ReadonlyMap<string, Answer>;
let shown: ReadonlyMap<string, Answer>;
beforeAll(async () => {
  graph = await startWithSupports();
  all = await ask(graph, unitIds);
  shown = await ask(graph.as(anonymous), unitIds);
});
afterAll(() => graph.close());

const numbers = ["houses", "housesDuringYear"] as const;

/** Whether all localities of a unit lie in another one. */
const isIn = (unitId: string, other: string): boolean =>
  (units[unitId] ?? []).every((localityId) => units[other]?.includes(localityId));

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
        .flatMap((province) => numbersThatFollow(dongOf(province, shown)))
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
