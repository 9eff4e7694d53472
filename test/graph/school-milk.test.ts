import { beforeAll, describe, expect, test } from "vitest";
import { sharedGraph, type SharedGraph } from "../support/shared-graph.js";

let graph: SharedGraph;
beforeAll(async () => {
  graph = await sharedGraph();
});

interface Milk {
  readonly isPolicyChild: boolean | null;
  readonly budgetPercent: number;
  readonly parentsPercent: number;
  readonly suppliersPercent: number;
  readonly legalBasis: string;
  readonly reasons: readonly {
    readonly circumstance: string;
    readonly met: boolean;
    readonly legalBasis: string;
  }[];
}

interface Member {
  readonly birthDate: string;
  readonly isDisabled: boolean;
  readonly isOrphan: boolean;
  readonly isChildOfWarInvalidOrMartyr: boolean;
  readonly schoolMilk: Milk | null;
}

interface Family {
  readonly classification: { readonly class: string } | null;
  readonly members: readonly Member[];
}

const on = "2025-12-31";

const list = `query ($unit: ID!, $on: Date!, $first: Int!, $after: String) {
  households(filter: { administrativeUnit: $unit }, first: $first, after: $after) {
    edges { node {
      classification(on: $on) { class }
      members { birthDate isDisabled isOrphan isChildOfWarInvalidOrMartyr
        schoolMilk(on: $on) { isPolicyChild budgetPercent parentsPercent suppliersPercent legalBasis reasons { circumstance met legalBasis } } } } }
    pageInfo { hasNextPage endCursor } } }`;

async function families(unit: string, day: string, pages: number): Promise<Family[]> {
  const found: Family[] = [];
  let after: string | null = null;
  for (let count = 0; count < pages; count++) {
    const data = await graph.expectData(list, { unit, on: day, first: 100, after });
    const page = data["households"] as {
      edges: { node: Family }[];
      pageInfo: { hasNextPage: boolean; endCursor: string };
    };
    found.push(...page.edges.map(({ node }) => node));
    after = page.pageInfo.endCursor;
    if (!page.pageInfo.hasNextPage) break;
  }
  return found;
}

const ageAtTheEndOf2025 = ({ birthDate }: Member) => 2025 - Number(birthDate.slice(0, 4));

describe("school milk in Bac Ninh (Resolution 31/2025/NQ-HDND)", () => {
  let all: Family[];
  let children: { family: Family; child: Member; milk: Milk }[];
  beforeAll(async () => {
    all = await families("24@2025-07-01", on, 40);
    children = all.flatMap((family) =>
      family.members.flatMap((child) =>
        child.schoolMilk ? [{ family, child, milk: child.schoolMilk }] : [],
      ),
    );
  });

  test("is for children of 3 to 10 years", () => {
    const members = all.flatMap((family) => family.members);
    expect(children.length).toBeGreaterThan(100);
    for (const member of members) {
      const age = ageAtTheEndOf2025(member);
      expect(member.schoolMilk !== null).toBe(age >= 3 && age <= 10);
    }
  });

  test("is paid 75/0/25 for policy children and 50/25/25 for all others", () => {
    const shares = ({ budgetPercent, parentsPercent, suppliersPercent }: Milk) =>
      [budgetPercent, parentsPercent, suppliersPercent].join("/");
    const ofKind = (isPolicyChild: boolean) =>
      new Set(
        children.filter(({ milk }) => milk.isPolicyChild === isPolicyChild).map(({ milk }) => shares(milk)),
      );
    expect(ofKind(true)).toEqual(new Set(["75/0/25"]));
    expect(ofKind(false)).toEqual(new Set(["50/25/25"]));
  });

  test("says which circumstances decided, each from the child's own facts", () => {
    for (const { family, child, milk } of children) {
      const met = Object.fromEntries(milk.reasons.map((reason) => [reason.circumstance, reason.met]));
      expect(met).toEqual({
        POOR_HOUSEHOLD: family.classification?.class === "POOR",
        NEAR_POOR_HOUSEHOLD: family.classification?.class === "NEAR_POOR",
        CHILD_OF_WAR_INVALID_OR_MARTYR: child.isChildOfWarInvalidOrMartyr,
        DISABLED: child.isDisabled,
        ORPHAN: child.isOrphan,
      });
      expect(milk.isPolicyChild).toBe(Object.values(met).includes(true));
      for (const { legalBasis } of milk.reasons) expect(legalBasis).toContain("Resolution 31/2025/NQ-HDND");
    }
  });

  test("every circumstance occurs", () => {
    const met = children.flatMap(({ milk }) => milk.reasons.filter((reason) => reason.met));
    expect([...new Set(met.map(({ circumstance }) => circumstance))].toSorted()).toEqual([
      "CHILD_OF_WAR_INVALID_OR_MARTYR",
      "DISABLED",
      "NEAR_POOR_HOUSEHOLD",
      "ORPHAN",
      "POOR_HOUSEHOLD",
    ]);
  });
});

test("in Quang Ninh the budget pays all, from 2025-11-14 on and for every child alike", async () => {
  const children = async (day: string) =>
    (await families("22@0", day, 1)).flatMap(({ members }) =>
      members.flatMap(({ schoolMilk }) => (schoolMilk ? [schoolMilk] : [])),
    );
  expect(await children("2025-11-13")).toEqual([]);
  const all = await children("2025-11-14");
  expect(all.length).toBeGreaterThan(10);
  for (const milk of all) {
    expect(milk).toMatchObject({
      isPolicyChild: null,
      budgetPercent: 100,
      parentsPercent: 0,
      suppliersPercent: 0,
      legalBasis: expect.stringContaining("Quang Ninh"),
      reasons: [],
    });
  }
});

test.each([
  ["another province", "01@0", on],
  ["the time before the resolution", "24@2025-07-01", "2025-06-30"],
  ["the time after it", "24@2025-07-01", "2031-01-01"],
])("there is none in %s", async (_, unit, day) => {
  const members = (await families(unit, day, 1)).flatMap((family) => family.members);
  expect(members.length).toBeGreaterThan(100);
  expect(members.filter(({ schoolMilk }) => schoolMilk !== null)).toEqual([]);
});

test("takes as many statements for 10 households as for 100", async () => {
  const count = async (first: number) => {
    graph.takeStatements();
    await graph.expectData(list, { unit: "24@2025-07-01", on, first });
    return graph.takeStatements();
  };
  expect(await count(10)).toEqual(await count(100));
});
