import { housingGrantRows } from "@an-sinh/sample/meritorious-service/housing-grants";
import { recognize } from "@an-sinh/sample/meritorious-people/recognitions";
import { createPopulation } from "@an-sinh/sample/population/create-population";
import type { HousingGrantEntity } from "@an-sinh/meritorious-service/housing-grant/housing-grant.entity";
import { beforeAll, describe, expect, test } from "vitest";
import { sharedGraph, type SharedGraph } from "../support/shared-graph.js";
import { sum } from "../support/sum.js";

let graph: SharedGraph;
const population = createPopulation();
const grants: readonly HousingGrantEntity[] = [...housingGrantRows(population)];
beforeAll(async () => {
  graph = await sharedGraph();
});

interface Grants {
  readonly legalBasisCode: string;
  readonly kind: string;
  readonly grants: number;
  readonly amount: number;
}

async function statistics(code: string, on: string, year: number): Promise<readonly Grants[]> {
  const data = await graph.expectData(
    `query ($code: String!, $on: Date, $year: Int!) { administrativeUnit(code: $code, on: $on) {
      meritorious(year: $year) { housingGrants { legalBasisCode kind grants amount } } } }`,
    { code, on, year },
  );
  return (data["administrativeUnit"] as { meritorious: { housingGrants: Grants[] } }).meritorious
    .housingGrants;
}

test.each([
  ["DECISION_21_2024", "NEW_BUILD", 60_000_000, "Decision 21/2024/QD-TTg", "Home Affairs"],
  ["DECISION_21_2024", "REPAIR", 30_000_000, "Decision 21/2024/QD-TTg", "Home Affairs"],
  ["DECISION_22_2013", "NEW_BUILD", 40_000_000, "Decision 22/2013/QD-TTg", "Invalids"],
])("a household's grant tells decision, norm, record and agency: %s %s", async (...expected) => {
  const [legalBasisCode, kind, norm, legalBasis, agency] = expected;
  const isRecent = (day: string) => day.startsWith("2025-1") || day < "2024";
  const row = grants.find(
    (grant) => grant.legalBasisCode === legalBasisCode && grant.kind === kind && isRecent(grant.grantedOn),
  );
  const data = await graph.expectData(
    `query ($id: ID!) { household(id: $id) { housingGrants { id kind amount norm decisionNumber legalBasis legalBasisCode
      grantedOn household { id } person { id household { id } } record { id housingGrants { id } }
      responsibleAgency { englishName } } } }`,
    { id: row?.householdId },
  );
  expect(data["household"]).toEqual({
    housingGrants: [
      {
        id: row?.id,
        kind,
        amount: norm,
        norm,
        decisionNumber: row?.decisionNumber,
        legalBasis,
        legalBasisCode,
        grantedOn: row?.grantedOn,
        household: { id: row?.householdId },
        person: { id: row?.personId, household: { id: row?.householdId } },
        record: { id: row?.recordId, housingGrants: [{ id: row?.id }] },
        responsibleAgency: { englishName: expect.stringContaining(agency) },
      },
    ],
  });
});

describe("statistics of grants", () => {
  test("count and sum the grants decided in the year, by decision and kind", async () => {
    const ofBacNinh = new Set(
      population.localities.filter(({ provinceId }) => provinceId === "24@2025-07-01").map(({ id }) => id),
    );
    const own = grants.filter(
      ({ localityId, grantedOn }) => ofBacNinh.has(localityId) && grantedOn.startsWith("2025"),
    );
    const found = await statistics("24", "2025-12-31", 2025);
    expect(found.map(({ legalBasisCode, kind }) => [legalBasisCode, kind])).toEqual(
      expect.arrayContaining([
        ["DECISION_21_2024", "NEW_BUILD"],
        ["DECISION_21_2024", "REPAIR"],
      ]),
    );
    expect(sum(found.map((part) => part.grants))).toBe(own.length);
    expect(sum(found.map((part) => part.amount))).toBe(sum(own.map(({ amount }) => amount)));
  });

  test("of a merged province are those of its predecessors", async () => {
    const merged = await statistics("24", "2025-12-31", 2019);
    const former = await Promise.all(["24", "27"].map((code) => statistics(code, "2024-12-31", 2019)));
    expect(merged.length).toBeGreaterThan(0);
    expect(sum(former.flat().map((part) => part.grants))).toBe(sum(merged.map((part) => part.grants)));
    expect(sum(former.flat().map((part) => part.amount))).toBe(sum(merged.map((part) => part.amount)));
  });

  test.each([2013, 2022])("are empty for %d, between the decisions' times", async (year) => {
    expect(await statistics("24", "2025-12-31", year)).toEqual([]);
  });
});

const poorFamilies = `query ($unit: ID!, $first: Int, $after: String) {
  households(first: $first, after: $after, filter: { administrativeUnit: $unit, class: [POOR, NEAR_POOR], on: "2025-12-31" }) {
    pageInfo { hasNextPage endCursor }
    edges { node { id
      meritoriousMembers(filter: { categoryCodes: ["WAR_INVALID", "HEROIC_MOTHER"], relativesOf: ["MARTYR"], status: IN_FORCE }) {
        id status category { code } relativeOf { category { code } } }
      housingGrants { legalBasisCode } housingSupports { program decisionNumber } } } } }`;

interface Family {
  readonly id: string;
  readonly meritoriousMembers: readonly {
    id: string;
    status: string;
    category: { code: string };
    relativeOf: { category: { code: string } } | null;
  }[];
  readonly housingGrants: readonly { legalBasisCode: string }[];
  readonly housingSupports: readonly object[];
}

async function familiesOf(unit: string): Promise<Family[]> {
  const found: Family[] = [];
  for (let after: string | null = null; ;) {
    const data = await graph.expectData(poorFamilies, { unit, first: 100, after });
    const page = data["households"] as {
      pageInfo: { hasNextPage: boolean; endCursor: string | null };
      edges: { node: Family }[];
    };
    found.push(...page.edges.map(({ node }) => node));
    if (!page.pageInfo.hasNextPage) return found.filter((family) => family.meritoriousMembers.length > 0);
    after = page.pageInfo.endCursor;
  }
}

describe("poor families of war invalids, martyrs and Heroic Mothers", () => {
  const commune = "07582@2025-07-01";
  let families: readonly Family[] = [];
  beforeAll(async () => {
    families = await familiesOf(commune);
  });

  test("are those that the records say", () => {
    const records = recognize(population);
    const martyrs = new Set(records.filter(({ code }) => code === "MARTYR").map(({ record }) => record.id));
    const wanted = records.filter(
      ({ code, record }) =>
        record.status === "IN_FORCE" &&
        (code === "WAR_INVALID" || code === "HEROIC_MOTHER" || martyrs.has(record.relativeOfId ?? "")),
    );
    const meant = new Set(wanted.map(({ householdId }) => householdId));
    const poor = population.households.filter(
      ({ locality, classAt }) =>
        locality.communeId === commune && (classAt[2025] === "POOR" || classAt[2025] === "NEAR_POOR"),
    );
    const expected = poor.filter(({ id }) => meant.has(id)).map(({ id }) => id);
    expect(expected.length).toBeGreaterThan(3);
    expect(families.map(({ id }) => id).toSorted()).toEqual(expected.toSorted());
  });

  test("have a member whom the filter names, and nobody else is listed", () => {
    const kinds = families
      .flatMap((family) => family.meritoriousMembers)
      .map(({ status, category, relativeOf }) => `${status} ${relativeOf?.category.code ?? category.code}`);
    expect(new Set(["IN_FORCE WAR_INVALID", "IN_FORCE HEROIC_MOTHER", "IN_FORCE MARTYR"])).toEqual(
      new Set([...kinds, "IN_FORCE WAR_INVALID", "IN_FORCE HEROIC_MOTHER", "IN_FORCE MARTYR"]),
    );
  });

  test("had a grant under a decision or had none, as the rows say", () => {
    const byHousehold = new Map(grants.map((grant) => [grant.householdId, grant.legalBasisCode]));
    for (const { id, housingGrants } of families) {
      const expected = byHousehold.get(id);
      expect(housingGrants).toEqual(expected ? [{ legalBasisCode: expected }] : []);
    }
    const isWithout = (family: Family) => [...family.housingGrants, ...family.housingSupports].length === 0;
    expect(families.some(isWithout)).toBe(true);
    expect(families.every(isWithout)).toBe(false);
  });

  test("take as many statements for 50 households as for 100", async () => {
    const counts = [];
    for (const first of [50, 100]) {
      graph.takeStatements();
      await graph.expectData(poorFamilies, { unit: commune, first });
      counts.push(graph.takeStatements());
    }
    expect(counts[1]).toEqual(counts[0]);
  });

  test("are not looked for by a category that is not in the catalog", async () => {
    const { errors } = await graph.query(
      '{ households(first: 1) { edges { node { meritoriousMembers(filter: { relativesOf: ["HERO"] }) { id } } } } }',
    );
    expect(errors?.[0]).toMatchObject({
      message: 'filter.relativesOf: expected the code of one of meritoriousCategories, but got: "HERO".',
      extensions: { code: "BAD_USER_INPUT" },
    });
  });
});
