import { anonymous } from "@an-sinh/server/caller";
import { beforeAll, describe, expect, test } from "vitest";
import { official, officialOf } from "../support/callers.js";
import type { GraphClient } from "../support/graph.js";
import { sharedGraph, type SharedGraph } from "../support/shared-graph.js";

/** Units that make up Bac Ninh of today, with their parts: on the boundaries of today, and on those of before. */
const provinces = [
  { id: "24@2025-07-01", levels: 1 },
  { id: "24@0", levels: 2 },
  { id: "27@0", levels: 2 },
];

/** A commune of today in the province. */
const commune = "09319@2025-07-01";

const years = [2023, 2024];

const statistics = `fragment Statistics on AdministrativeUnit { id
  ${years
    .map(
      (
        year,
      ) => `poverty${year}: poverty(year: ${year}, boundary: CURRENT) { households poor nearPoor newlyEscaped
        escapedDuringYear noLongerPoorDuringYear fellIntoPovertyDuringYear relapsedIntoPovertyDuringYear
        newlyPoorDuringYear ethnicMinorities { households poor nearPoor } }
      assistance${year}: assistance(year: ${year}) { program { code } households recipients { unit count } }
      credit${year}: credit(year: ${year}) { borrowingHouseholds programs { program { code } households } }
      debts${year}: debts(year: ${year}) { total { loans households } byStatus { status loans }
        byEntrustedOrganization { entrustedOrganization loans } }
      lent${year}: creditOverYears(fromYear: ${year}, toYear: ${year}, lenderKind: POLICY_BANK) {
        loans programs { program { code } loans } }
      package${year}: housingPackage(year: ${year}) { buyers { loans } byBank { bank buyers { loans } } }
      housing${year}: housing(year: ${year}) { supports { program kind houses housesDuringYear } }
      meritorious${year}: meritorious(year: ${year}) { beneficiaries categories { category { code } beneficiaries recognized }
        careBenefits { kind benefits } healthInsurance { cards } payments { channel payments }
        housingGrants { legalBasisCode kind grants } }`,
    )
    .join("\n")}
  population(year: 2024) { people ethnicMinorityPeople } }`;

/** The numbers of a unit by what they count. Null: withheld. */
type Numbers = ReadonlyMap<string, number | null>;

interface Unit {
  readonly id: string;
  readonly parent: string | null;
  readonly numbers: Numbers;
}

let graph: SharedGraph;
let all: readonly Unit[];
let shown: readonly Unit[];

beforeAll(async () => {
  graph = await sharedGraph();
  all = await unitsAskedBy(official);
  shown = await unitsAskedBy(anonymous);
});

async function unitsAskedBy(caller: typeof official): Promise<Unit[]> {
  const client = graph.as(caller);
  const units: Unit[] = [];
  for (const { id, levels } of provinces) {
    const [code, validFrom] = id.split("@");
    const on = validFrom === "0" ? "2025-06-30" : validFrom;
    const { administrativeUnit } = await client.expectData(
      `query ($code: String!, $on: Date) { administrativeUnit(code: $code, on: $on) { ...Statistics } } ${statistics}`,
      { code, on },
    );
    units.push(toUnit(administrativeUnit, null), ...(await partsOf(client, id, levels)));
  }
  return units;
}

async function partsOf(client: GraphClient, parent: string, levels: number): Promise<Unit[]> {
  const page = await client.expectData(
    `query ($parent: ID!) { administrativeUnits(filter: { parent: $parent }, first: 100) { edges { node { ...Statistics } } } } ${statistics}`,
    { parent },
  );
  const { edges } = page["administrativeUnits"] as { edges: { node: unknown }[] };
  const units = edges.map(({ node }) => toUnit(node, parent));
  if (levels === 1) return units;
  const below = [];
  for (const { id } of units) below.push(...(await partsOf(client, id, levels - 1)));
  return [...units, ...below];
}

function toUnit(node: unknown, parent: string | null): Unit {
  const { id, ...fields } = node as { id: string };
  return { id, parent, numbers: new Map(numbersIn(fields, [])) };
}

/** An entry of a list is named by what it says beside its numbers. */
function numbersIn(value: unknown, path: readonly string[]): [string, number | null][] {
  if (Array.isArray(value)) return value.flatMap((entry) => numbersIn(entry, [...path, nameOf(entry)]));
  if (typeof value !== "object" || value === null) {
    return typeof value === "string" ? [] : [[path.join(" "), value as number | null]];
  }
  return Object.entries(value).flatMap(([name, inner]) => numbersIn(inner, [...path, name]));
}

const nameOf = (entry: unknown): string =>
  Object.values(entry as object)
    .map((value: unknown) => (typeof value === "string" ? value : nameOfProgram(value)))
    .join("");

const nameOfProgram = (value: unknown): string =>
  typeof value === "object" && value !== null && "code" in value ? String(value.code) : "";

const partsIn = (units: readonly Unit[], { id }: Unit): readonly Unit[] =>
  id === "24@2025-07-01 before"
    ? units.filter((unit) => unit.id === "24@0" || unit.id === "27@0")
    : units.filter(({ parent }) => parent === id);

/** What was counted of a whole and of its parts, where all are on record. */
interface Sum {
  readonly name: string;
  readonly whole: number | null;
  readonly parts: readonly (number | null)[];
}

function sumsIn(units: readonly Unit[]): Sum[] {
  const [province] = units;
  const before = province && { ...province, id: "24@2025-07-01 before" };
  return [...units, ...(before ? [before] : [])].flatMap((unit) => {
    const parts = partsIn(units, unit);
    if (parts.length === 0) return [];
    return [...unit.numbers].map(([name, whole]) => ({
      name: `${unit.id} ${name}`,
      whole,
      parts: parts.map(({ numbers }) => numbers.get(name) ?? (numbers.has(name) ? null : 0)),
    }));
  });
}

const isShown = (value: number | null) => value !== null;

describe("statistics, asked by nobody who signed in", () => {
  test("some numbers are withheld, most are shown, and all that are shown are right", () => {
    const right = new Map(all.map(({ id, numbers }) => [id, numbers]));
    const values = shown.flatMap(({ id, numbers }) =>
      [...numbers].map(([name, value]) => ({ id, name, value, right: right.get(id)?.get(name) })),
    );
    const withheld = values.filter(({ value }) => value === null);
    expect(withheld.length).toBeGreaterThan(100);
    expect(values.length - withheld.length).toBeGreaterThan(withheld.length);
    // An entry of which something is withheld is listed where it counts 0 too.
    expect(values.filter(({ value, right: known = 0 }) => value !== null && value !== known)).toEqual([]);
  });

  test("no number from 1 to 4 is shown", () => {
    const numbers = shown.flatMap(({ id, numbers: ofUnit }) =>
      [...ofUnit].map(([name, value]) => ({ id, name, value })),
    );
    expect(numbers.filter(({ value }) => value !== null && value > 0 && value < 5)).toEqual([]);
    expect(all.some(({ numbers: ofUnit }) => [...ofUnit.values()].some((value) => value === 3))).toBe(true);
  });

  test("no withheld number follows from the unit around it or from its parts, of today or before", () => {
    const sums = sumsIn(shown);
    expect(sums.length).toBeGreaterThan(500);
    const told = sums.filter(
      ({ whole, parts }) => [whole, ...parts].filter((value) => !isShown(value)).length === 1,
    );
    expect(told).toEqual([]);
  });

  test("what is withheld of the parts of a unit is not few together", () => {
    const few = sumsIn(shown).filter(({ whole, parts }) => {
      const rest = (whole ?? 0) - parts.reduce<number>((sum, part) => sum + (part ?? 0), 0);
      return whole !== null && parts.some((part) => part === null) && rest > 0 && rest < 5;
    });
    expect(few).toEqual([]);
  });

  test("the poor of two years, those who became poor and those who are poor no longer tell nothing", () => {
    const names = [
      "poverty2023 poor",
      "poverty2024 poor",
      "poverty2024 noLongerPoorDuringYear",
      "poverty2024 fellIntoPovertyDuringYear",
    ];
    const withheld = shown.map(({ numbers }) => names.filter((name) => numbers.get(name) === null));
    expect(withheld.filter(({ length }) => length === 1)).toEqual([]);
    expect(withheld.some(({ length }) => length > 1)).toBe(true);
  });
});

test("an official sees all numbers of the own unit, and of others what everyone sees", async () => {
  const client = graph.as(officialOf(commune));
  const seen = await partsOf(client, "24@2025-07-01", 1);
  const expected = shown.map((unit) => (unit.id === commune ? all.find(({ id }) => id === commune) : unit));
  expect(seen).toEqual(expected.filter((unit) => unit?.parent === "24@2025-07-01"));
});

test("without the scope an official sees in the own unit what everyone sees", async () => {
  const auditor = graph.as({ ...official, scopes: ["audit:read"], areas: [commune] });
  expect(await partsOf(auditor, "24@2025-07-01", 1)).toEqual(
    shown.filter(({ parent }) => parent === "24@2025-07-01"),
  );
});

test("what is withheld costs no statement for each unit", async () => {
  const client = graph.as(anonymous);
  const ask = (first: number) =>
    client.expectData(
      `query ($first: Int!) { administrativeUnits(filter: { parent: "24@2025-07-01" }, first: $first) { edges { node { ...Statistics } } } } ${statistics}`,
      { first },
    );
  await ask(99);
  graph.takeStatements();
  await ask(1);
  const ofOne = graph.takeStatements();
  await ask(99);
  // One commune may lack what others have. And what two years ask for shares a statement only while no other has a turn.
  for (const [department, count] of Object.entries(graph.takeStatements()))
    expect(count, department).toBeLessThanOrEqual((ofOne[department] ?? 0) + 5);
});

test("households that have a class are withheld where those of one class are", async () => {
  const seen = await graph.as(anonymous).expectData(
    `{ administrativeUnits(filter: { parent: "24@2025-07-01" }, first: 100) { edges { node {
         poverty(year: 2025) { poor nearPoor newlyEscaped }
         reclassification(standard: "central-2027", on: "2025-12-31") { households } } } } }`,
  );
  const { edges } = seen["administrativeUnits"] as {
    edges: {
      node: { poverty: Record<string, number | null>; reclassification: { households: number | null } };
    }[];
  };
  const withheld = edges.filter(({ node }) => Object.values(node.poverty).some((count) => count === null));
  expect(withheld.length).toBeGreaterThan(0);
  expect(withheld.map(({ node }) => node.reclassification.households)).toEqual(withheld.map(() => null));
});
