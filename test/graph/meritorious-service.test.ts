import { beforeAll, describe, expect, test } from "vitest";
import { sharedGraph, type SharedGraph } from "../support/shared-graph.js";
import { sum } from "../support/sum.js";

let graph: SharedGraph;
beforeAll(async () => {
  graph = await sharedGraph();
});

interface RecordPage {
  readonly totalCount: number;
  readonly edges: readonly { node: { id: string; status: string } }[];
  readonly pageInfo: { hasNextPage: boolean; endCursor: string | null };
}

interface Statistics {
  readonly beneficiaries: number;
  readonly paid: number;
  readonly paidCashlessPercent: number;
  readonly categories: readonly {
    category: { code: string };
    beneficiaries: number;
    recognized: number;
    paid: number;
  }[];
}

async function records(
  filter: Record<string, unknown>,
  page: { first?: number; after?: string | null } = {},
): Promise<RecordPage> {
  const data = await graph.expectData(
    `query ($filter: MeritoriousRecordFilter, $first: Int, $after: String) {
      meritoriousRecords(filter: $filter, first: $first, after: $after) {
        totalCount edges { node { id status } } pageInfo { hasNextPage endCursor } } }`,
    { filter, ...page },
  );
  return data["meritoriousRecords"] as RecordPage;
}

async function statistics(code: string, on: string, year: number): Promise<Statistics> {
  const data = await graph.expectData(
    `query ($code: String!, $on: Date, $year: Int!) { administrativeUnit(code: $code, on: $on) {
      meritorious(year: $year) { beneficiaries paid paidCashlessPercent
        categories { category { code } beneficiaries recognized paid } } } }`,
    { code, on, year },
  );
  return (data["administrativeUnit"] as { meritorious: Statistics }).meritorious;
}

test("the ordinance's twelve categories come in its order, relatives only when asked for", async () => {
  const { own, all } = await graph.expectData(
    "{ own: meritoriousCategories { code } all: meritoriousCategories(includeRelatives: true) { code isRelative } }",
  );
  expect(own).toHaveLength(12);
  const codes = (own as { code: string }[]).map(({ code }) => code);
  expect([codes[0], codes[2], codes[11]]).toEqual([
    "REVOLUTIONARY_BEFORE_1945",
    "MARTYR",
    "REVOLUTION_HELPER",
  ]);
  expect(all).toHaveLength(13);
  expect((all as unknown[]).at(-1)).toEqual({ code: "RELATIVE", isRelative: true });
});

describe("an allowance follows the standard level of the day", () => {
  const allowances = `query ($id: ID!, $on: Date) { meritoriousRecord(id: $id) {
    allowances(on: $on) { kind coefficient monthlyAmount oneOffAmount standardLevel { legalBasis } } } }`;

  async function heroicMother(): Promise<string> {
    const page = await records({
      categoryCode: "HEROIC_MOTHER",
      recognizedTo: "2020-12-31",
      status: "IN_FORCE",
    });
    return page.edges[0]?.node.id ?? "";
  }

  test.each([
    ["2023-06-30", 4_872_000, "Decree 75/2021/ND-CP"],
    ["2023-07-01", 6_165_000, "Decree 55/2023/ND-CP"],
    ["2024-06-30", 6_165_000, "Decree 55/2023/ND-CP"],
    ["2024-07-01", 8_367_000, "Decree 77/2024/ND-CP"],
  ])("a Heroic Mother has three times the level: on %s %d dong", async (on, monthlyAmount, legalBasis) => {
    const data = await graph.expectData(allowances, { id: await heroicMother(), on });
    expect(data["meritoriousRecord"]).toMatchObject({
      allowances: expect.arrayContaining([
        expect.objectContaining({
          kind: "MONTHLY",
          coefficient: 3,
          monthlyAmount,
          standardLevel: { legalBasis },
        }),
      ]),
    });
  });

  test("a one-off benefit has no monthly amount", async () => {
    const data = await graph.expectData(allowances, { id: await heroicMother(), on: "2025-07-27" });
    expect(data["meritoriousRecord"]).toMatchObject({
      allowances: expect.arrayContaining([
        expect.objectContaining({ kind: "GIFT", monthlyAmount: null, oneOffAmount: 600_000 }),
      ]),
    });
  });
});

describe("statistics", () => {
  test("of a merged province are those of its predecessors", async () => {
    const merged = await statistics("24", "2025-12-31", 2024);
    const former = await Promise.all(["24", "27"].map((code) => statistics(code, "2024-12-31", 2024)));
    expect(merged.beneficiaries).toBeGreaterThan(0);
    expect(merged.beneficiaries).toBe(sum(former.map(({ beneficiaries }) => beneficiaries)));
    expect(merged.paid).toBe(sum(former.map(({ paid }) => paid)));
  });

  test("count and sum what the categories count and sum, all twelve of them recognized", async () => {
    const { beneficiaries, paid, categories } = await statistics("24", "2025-12-31", 2025);
    expect(categories).toHaveLength(13);
    expect(Math.min(...categories.map(({ recognized }) => recognized))).toBeGreaterThan(0);
    expect(sum(categories.map((category) => category.beneficiaries))).toBe(beneficiaries);
    expect(sum(categories.map((category) => category.paid))).toBe(paid);
  });

  test("count the records that the list of the unit holds", async () => {
    const { categories } = await statistics("24", "2025-12-31", 2023);
    const listed = await records(
      { administrativeUnit: "24@2025-07-01", recognizedTo: "2023-12-31" },
      { first: 1 },
    );
    expect(sum(categories.map(({ recognized }) => recognized))).toBe(listed.totalCount);
  });

  test("show cash giving way to bank accounts", async () => {
    const [before, after] = await Promise.all(
      [2024, 2025].map((year) => statistics("25", "2025-12-31", year)),
    );
    expect(before?.paidCashlessPercent).toBeGreaterThan(55);
    expect(after?.paidCashlessPercent).toBeGreaterThan(75);
    expect(after?.paidCashlessPercent).toBeLessThan(100);
  });

  test("of a year without data are zeros", async () => {
    expect(await statistics("22", "2025-12-31", 1945)).toMatchObject({
      beneficiaries: 0,
      paid: 0,
      paidCashlessPercent: 0,
    });
  });

  test.each([1944, 2101, -1])("of the year %d are refused", async (year) => {
    const { errors } = await graph.query(
      'query ($year: Int!) { administrativeUnit(code: "01") { meritorious(year: $year) { paid } } }',
      { year },
    );
    expect(errors?.[0]).toMatchObject({
      message: `year: expected a year from 1945 to 2100, but got: ${year}.`,
      extensions: { code: "BAD_USER_INPUT" },
    });
  });
});

describe("the list of records", () => {
  test("has each record of a unit and category on exactly one page", async () => {
    const filter = { administrativeUnit: "24@2025-07-01", categoryCode: "SICK_SOLDIER", status: "IN_FORCE" };
    const seen: string[] = [];
    let page = await records(filter, { first: 70 });
    const { totalCount } = page;
    for (;;) {
      seen.push(...page.edges.map(({ node }) => node.id));
      if (!page.pageInfo.hasNextPage) break;
      page = await records(filter, { first: 70, after: page.pageInfo.endCursor });
    }
    expect(totalCount).toBeGreaterThan(70);
    expect(new Set(seen).size).toBe(totalCount);
    expect(seen).toHaveLength(totalCount);
  });

  test.each([["nowhere"], ["99@2025-07-01"], ["' OR 1=1 --"]])(
    "refuses the unknown unit %s",
    async (unit) => {
      const { errors } = await graph.query(
        "query ($unit: ID!) { meritoriousRecords(filter: { administrativeUnit: $unit }) { totalCount } }",
        { unit },
      );
      expect(errors?.[0]?.extensions).toMatchObject({
        code: "NOT_FOUND",
        argument: "filter.administrativeUnit",
      });
    },
  );

  test("refuses a category that is not in the catalog", async () => {
    const { errors } = await graph.query(
      '{ meritoriousRecords(filter: { categoryCode: "HERO" }) { totalCount } }',
    );
    expect(errors?.[0]).toMatchObject({
      message: 'filter.categoryCode: expected the code of one of meritoriousCategories, but got: "HERO".',
      extensions: { code: "BAD_USER_INPUT" },
    });
  });
});

test("a relative's record leads to the dead, and their household to both", async () => {
  const page = await records({ categoryCode: "RELATIVE" }, { first: 1 });
  const id = page.edges[0]?.node.id ?? "";
  const data = await graph.expectData(
    `query ($id: ID!) { meritoriousRecord(id: $id) {
      relativeOf { id category { isRelative } }
      person { meritoriousRecords { id } household { meritoriousMembers { id } } } } }`,
    { id },
  );
  const record = data["meritoriousRecord"] as {
    relativeOf: { id: string; category: { isRelative: boolean } };
    person: { meritoriousRecords: { id: string }[]; household: { meritoriousMembers: { id: string }[] } };
  };
  expect(record.relativeOf.category.isRelative).toBe(false);
  expect(record.person.meritoriousRecords).toContainEqual({ id });
  const members = record.person.household.meritoriousMembers.map((member) => member.id);
  expect(members).toEqual(expect.arrayContaining([id, record.relativeOf.id]));
});

test("records with all that hangs on them take as many statements for 10 as for 100", async () => {
  const query = `query ($first: Int!) { meritoriousRecords(first: $first, filter: { administrativeUnit: "24@2025-07-01" }) {
    edges { node { category { name } relativeOf { id category { code } } person { fullName }
      allowances { monthlyAmount } payments(first: 2) { totalCount edges { node { amount channel } } } } } } }`;
  const counts = [];
  for (const first of [10, 100]) {
    graph.takeStatements();
    await graph.expectData(query, { first });
    counts.push(graph.takeStatements()["meritorious-service"]);
  }
  expect(counts[0]).toBe(counts[1]);
});
