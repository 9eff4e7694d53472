import { beforeAll, expect, test } from "vitest";
import { sharedGraph, type SharedGraph } from "../support/shared-graph.js";

interface Overlap {
  readonly need: string;
  readonly verdict: "STACK" | "HIGHER_OF" | "EXCLUDE";
  readonly legalBasis: string | null;
  readonly amountReceived: number;
  readonly amountDue: number;
  readonly amountExcess: number;
  readonly supports: readonly {
    readonly amount: number;
    readonly kind: string;
    readonly decidedOn: string;
  }[];
  readonly grants: readonly {
    readonly amount: number;
    readonly kind: string;
    readonly grantedOn: string;
    readonly legalBasisCode: string;
    readonly person: { readonly household: { readonly id: string } };
  }[];
}

interface Household {
  readonly id: string;
  readonly supportOverlaps: readonly Overlap[];
}

const overlapFields = `need verdict legalBasis explanation amountReceived amountDue amountExcess
  supports { amount kind decidedOn }
  grants { amount kind grantedOn legalBasisCode person { household { id } } }`;

let graph: SharedGraph;
let found: readonly Household[];
beforeAll(async () => {
  graph = await sharedGraph();
  found = await householdsWithOverlaps();
});

/** Households of people with meritorious service: they are who may have support from two departments. */
async function householdsWithOverlaps(): Promise<Household[]> {
  const byId = new Map<string, Household>();
  let after: string | null = null;
  for (let page = 0; page < 40; page += 1) {
    const data = await graph.expectData(
      `query ($after: String) { meritoriousRecords(first: 100, after: $after) { pageInfo { endCursor hasNextPage }
        edges { node { person { household { id supportOverlaps { ${overlapFields} } } } } } } }`,
      { after },
    );
    const records = data["meritoriousRecords"] as {
      pageInfo: { endCursor: string; hasNextPage: boolean };
      edges: { node: { person: { household: Household } } }[];
    };
    for (const { node } of records.edges) {
      const { household } = node.person;
      if (household.supportOverlaps.length > 0) byId.set(household.id, household);
    }
    if (!records.pageInfo.hasNextPage) break;
    after = records.pageInfo.endCursor;
  }
  return [...byId.values()];
}

const judged = (verdict: Overlap["verdict"]) =>
  found.flatMap(({ supportOverlaps }) => supportOverlaps).filter((overlap) => overlap.verdict === verdict);

const amounts = ({ supports, grants }: Overlap) => [...supports, ...grants].map(({ amount }) => amount);

test("an overlap is two supports of one household for the same need, from the departments that gave them", () => {
  expect(found.length).toBeGreaterThan(50);
  for (const { id, supportOverlaps } of found) {
    for (const overlap of supportOverlaps) {
      const { need, supports, grants, amountReceived } = overlap;
      expect(supports.length + grants.length).toBe(2);
      const kinds = [...supports, ...grants].map(({ kind }) => kind === "SANITARY_FACILITY");
      expect(kinds).toEqual(kinds.map(() => need === "SANITATION"));
      expect(amountReceived).toBe(amounts(overlap).reduce((sum, amount) => sum + amount, 0));
      for (const { person } of grants) expect(person.household.id).toBe(id);
    }
  }
});

test("what stacks is all due: an overlap is not a violation", () => {
  const stacked = judged("STACK");
  expect(stacked.length).toBeGreaterThan(12);
  for (const { amountReceived, amountDue, amountExcess } of stacked) {
    expect({ amountDue, amountExcess }).toEqual({ amountDue: amountReceived, amountExcess: 0 });
  }
});

test("where the higher of two is due, the lower is the excess", () => {
  const higher = judged("HIGHER_OF");
  expect(higher.length).toBeGreaterThan(12);
  for (const overlap of higher) {
    expect(overlap.amountDue).toBe(Math.max(...amounts(overlap)));
    expect(overlap.amountExcess).toBe(Math.min(...amounts(overlap)));
  }
});

test("whoever was paid under Decision 22/2013 is excluded by Decision 21/2024, once that is in force", () => {
  const excluded = judged("EXCLUDE");
  expect(excluded.length).toBeGreaterThan(12);
  for (const { supports, grants, legalBasis, amountDue, amountExcess } of excluded) {
    expect(legalBasis).toBe("Decision 21/2024/QD-TTg");
    const [grant] = grants;
    expect(grant?.legalBasisCode).toBe("DECISION_22_2013");
    expect({ amountDue, amountExcess }).toEqual({
      amountDue: grant?.amount,
      amountExcess: supports[0]?.amount,
    });
    expect(supports[0]?.decidedOn ?? "").toMatch(/^(2024-12|2025)/);
  }
});

test("the overlaps of 100 households take as many statements as those of one", async () => {
  const id = found[0]?.id;
  const first = await graph.expectData(`query ($id: ID!) { household(id: $id) { code } }`, { id });
  const code = (first["household"] as { code: string }).code;
  const commune = `${code.slice(0, code.lastIndexOf("-"))}@0`;
  const count = async (size: number, after: string | null) => {
    graph.takeStatements();
    await graph.expectData(
      `query ($first: Int!, $after: String, $unit: ID!) { households(first: $first, after: $after, filter: { administrativeUnit: $unit }) {
        edges { node { supportOverlaps { ${overlapFields} } } } } }`,
      { first: size, after, unit: commune },
    );
    return graph.takeStatements();
  };
  const after = await cursorBefore(code, commune);
  const ofOne = await count(1, after);
  expect(Object.keys(ofOne).toSorted()).toEqual(["households", "housing-projects", "meritorious-service"]);
  expect(await count(100, after)).toEqual(ofOne);
});

/** The cursor of the household that comes before this one in its former commune's list. Null: it is the first. */
async function cursorBefore(code: string, commune: string): Promise<string | null> {
  const data = await graph.expectData(
    `query ($unit: ID!) { households(first: 100, filter: { administrativeUnit: $unit }) { edges { cursor node { code } } } }`,
    { unit: commune },
  );
  const { edges } = data["households"] as { edges: { cursor: string; node: { code: string } }[] };
  const index = edges.findIndex(({ node }) => node.code === code);
  expect(index).toBeGreaterThanOrEqual(0);
  return edges[index - 1]?.cursor ?? null;
}
