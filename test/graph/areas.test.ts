import { beforeAll, describe, expect, test } from "vitest";
import { anonymous, type Caller } from "@an-sinh/server/caller";
import { official, officialOf } from "../support/callers.js";
import type { GraphClient } from "../support/graph.js";
import { sharedGraph, type SharedGraph } from "../support/shared-graph.js";

let graph: SharedGraph;
beforeAll(async () => {
  graph = await sharedGraph();
});

/** Bac Giang before it was merged, the province that it was merged into, a district that closed in 2025, a commune. */
const allUnits = ["24@0", "24@2025-07-01", "262@0", "09319@2025-07-01"];

/** Over HTTP the subgraphs are the same, so one unit shows that areas reach them. */
const units = process.env["TEST_TOPOLOGY"] === "http" ? allUnits.slice(2, 3) : allUnits;

/** A province that has no land in common with these. */
const elsewhere = officialOf("22@0");

const households = `pageInfo { hasNextPage } edges { node {
  id code head { fullName } members { id fullName schoolMilk { legalBasis } assistance { id } }
  classification(on: "2024-12-31") { class } reviews(first: 2) { totalCount edges { node { id } } }
  loans { id principal repayments { id } } creditEligibility(on: "2025-12-31") { eligible outstanding }
  housingSupports { id sources { amount } } supportOverlaps { amountReceived }
  socialHousingEligibility(on: "2025-12-31") { verdict } meritoriousMembers { id payments(first: 1) { totalCount } }
} }`;

const lists: Readonly<Record<string, string>> = {
  households: `totalCount ${households}`,
  loans: "totalCount edges { node { id principal savingsGroup { name } repayments { id } } }",
  savingsGroups: "totalCount edges { node { id name } }",
  meritoriousRecords:
    "totalCount edges { node { id person { id fullName } allowances { kind } housingGrants { id } } }",
};

const listOf = (name: string, filter: string) =>
  `{ list: ${name}(first: 10${filter === "" ? "" : `, filter: { ${filter} }`}) { ${lists[name]} } }`;

describe.each(units)("the unit %s", (unit) => {
  const inUnit = `administrativeUnit: "${unit}"`;

  test.each(Object.keys(lists))(
    "%s: an official of the unit gets what the whole country's gets of it",
    async (name) => {
      const expected = await graph.query(listOf(name, inUnit));
      expect(expected.errors).toBeUndefined();
      expect(JSON.stringify(expected)).toMatch(/"totalCount":[1-9]/);
      const asking = graph.as(officialOf(unit));
      expect(await asking.query(listOf(name, inUnit))).toEqual(expected);
      expect(await asking.query(listOf(name, ""))).toEqual(expected);
    },
  );

  test.each(Object.keys(lists))("%s: an official of another unit, and nobody, gets none", async (name) => {
    const none = { list: expect.objectContaining({ totalCount: 0, edges: [] }) };
    expect(await graph.as(elsewhere).expectData(listOf(name, inUnit))).toEqual(none);
    expect((await graph.as({ ...elsewhere, areas: [] }).query(listOf(name, inUnit))).data).toEqual(none);
  });
});

test("a filter of a unit that lies only partly in the areas gives that part", async () => {
  const commune = graph.as(officialOf("09319@2025-07-01"));
  const ofCommune = await commune.expectData(listOf("households", ""));
  expect(await commune.expectData(listOf("households", 'administrativeUnit: "24@2025-07-01"'))).toEqual(
    ofCommune,
  );
  const both = graph.as(officialOf("09319@2025-07-01", "262@0", "22@0"));
  const counts = ["09319@2025-07-01", "262@0", "22@0"].map(async (unit) => {
    const { households: found } = await graph.expectData(
      `{ households(filter: { administrativeUnit: "${unit}" }) { totalCount } }`,
    );
    return (found as { totalCount: number }).totalCount;
  });
  const [inCommune = 0, inDistrict = 0, inProvince = 0] = await Promise.all(counts);
  expect(await both.expectData("{ households { totalCount } }")).toEqual({
    households: { totalCount: inCommune + inDistrict + inProvince },
  });
  const province = '{ households(filter: { administrativeUnit: "24@2025-07-01" }) { totalCount } }';
  expect(await both.expectData(province)).toEqual({ households: { totalCount: inCommune + inDistrict } });
});

test.each(["class: [POOR], year: 2024", 'escapedSince: "2024-01-01"', 'ethnicGroup: "Kinh"'])(
  "households by %s are those of the areas, in the same pages",
  async (filter) => {
    const page = (more: string) =>
      `{ households(first: 40, filter: { ${filter}${more} }) { totalCount pageInfo { hasNextPage } edges { node { code } } } }`;
    for (const unit of units) {
      const expected = await graph.expectData(page(`, administrativeUnit: "${unit}"`));
      expect(await graph.as(officialOf(unit)).expectData(page(""))).toEqual(expected);
      // A unit within another one adds nothing, and no index has the order of two areas.
      const nested = graph.as(officialOf(unit, "99999@0", unit));
      expect(await nested.expectData(page(""))).toEqual(expected);
    }
  },
);

/** What an official of a place sees of one household, person and loan there, by their ids. */
const byIds = `query ($household: ID!, $person: ID!, $loan: ID!, $record: ID!) {
  household(id: $household) { id code members { fullName } creditEligibility { eligible } loans { id } }
  person(id: $person) { id fullName household { code } schoolMilk { legalBasis } meritoriousRecords { id } }
  loan(id: $loan) { id household { code } borrower { fullName } }
  meritoriousRecord(id: $record) { id person { fullName } }
}`;

interface Node {
  readonly id: string;
  readonly members?: readonly Node[];
}

async function firstOf(name: string, fields: string): Promise<Node> {
  const query = `{ list: ${name}(first: 1, filter: { administrativeUnit: "262@0" }) { edges { node { id ${fields} } } } }`;
  const { list } = (await graph.expectData(query)) as { list: { edges: readonly { node: Node }[] } };
  return list.edges[0]?.node ?? expect.fail(`Expected ${name} in the unit.`);
}

test("by id, what lies elsewhere is answered as what there is not", async () => {
  const household = await firstOf("households", "members { id }");
  const theirs = {
    household: household.id,
    person: household.members?.[0]?.id,
    loan: (await firstOf("loans", "")).id,
    record: (await firstOf("meritoriousRecords", "")).id,
  };
  const none = { household: "none", person: "none", loan: "none", record: "none" };
  const answer = JSON.stringify(await graph.as(elsewhere).query(byIds, theirs));
  expect(answer).toBe(JSON.stringify(await graph.as(elsewhere).query(byIds, none)));
  expect(JSON.parse(answer)).toEqual({
    data: { household: null, person: null, loan: null, meritoriousRecord: null },
  });
  const ours = await graph.as(officialOf("262@0")).expectData(byIds, theirs);
  expect(ours).toEqual(await graph.expectData(byIds, theirs));
  expect(Object.values(ours)).not.toContain(null);
});

interface Project {
  readonly id: string;
  readonly administrativeUnit: { readonly id: string };
  readonly applications: { readonly edges: readonly { readonly node: { readonly id: string } }[] };
}

/** Projects of a province, with applications of people who live in other communes. */
const projects = `{ list: socialHousingProjects(first: 40, filter: { administrativeUnit: "24@2025-07-01" }) { edges { node {
  id administrativeUnit { id }
  applications(first: 20) { edges { node { id person { fullName } household { code } eligibility { verdict } } } }
} } } }`;

test("what a row refers to outside the areas is null without an error, and so is a verdict about it", async () => {
  const projectsOf = async (client: Pick<GraphClient, "expectData">): Promise<Project[]> => {
    const { list } = (await client.expectData(projects)) as { list: { edges: { node: Project }[] } };
    return list.edges.map(({ node }) => node);
  };
  const project = (await projectsOf(graph)).find(({ applications }) => applications.edges.length > 5);
  const unit = project?.administrativeUnit.id ?? expect.fail("Expected a project with applications.");
  const seen = (await projectsOf(graph.as(officialOf(unit)))).find(({ id }) => id === project?.id);
  const outside = project?.applications.edges.map(({ node: { id } }) => ({
    node: { id, person: null, household: null, eligibility: null },
  }));
  const edges = seen?.applications.edges ?? [];
  expect(edges).toHaveLength(outside?.length ?? 0);
  for (const [index, edge] of edges.entries())
    expect([outside?.[index], project?.applications.edges[index]]).toContainEqual(edge);
  expect(edges).toEqual(expect.arrayContaining(outside?.slice(0, 1) ?? []));
});

test("nobody who is not signed in gets a row", async () => {
  const { data } = await graph.as(anonymous).query("{ households { totalCount } loans { totalCount } }");
  expect(JSON.stringify(data ?? null)).not.toMatch(/[1-9]/);
});

test("callers of different areas who ask the same at the same moment never see each other's rows", async () => {
  const query = "{ households(first: 3) { edges { node { code loans { id } } } } }";
  const callers: readonly Caller[] = [officialOf("262@0"), officialOf("22@0")];
  const expected = await Promise.all(callers.map((caller) => graph.as(caller).query(query)));
  expect(expected[0]).not.toEqual(expected[1]);
  expect(expected.map(({ errors }) => errors)).toEqual([undefined, undefined]);
  // What requests might share is above the database, and on MariaDB a thousand pairs take 20 s: SQLite asks them.
  const waves = process.env["TEST_DIALECT"] === "mysql" ? 1 : 10;
  // A hundred pairs at a time: the server takes no 2,000 new connections at once.
  const wrong: unknown[] = [];
  for (let wave = 0; wave < waves; wave += 1) {
    const pairs = Array.from({ length: 100 }, () => callers.map((caller) => graph.as(caller).query(query)));
    const answers = await Promise.all(pairs.flat());
    wrong.push(
      ...answers.filter(
        (answer, index) => JSON.stringify(answer) !== JSON.stringify(expected[index % callers.length]),
      ),
    );
  }
  expect(wrong.slice(0, 3)).toEqual([]);
});

test("a country's official is not narrowed by further areas", async () => {
  const query = "{ households(first: 5) { totalCount edges { node { code } } } }";
  expect(await graph.as(officialOf("22@0", ...official.areas)).query(query)).toEqual(
    await graph.query(query),
  );
});
