import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { dialects, type DepartmentGraph } from "../../../test/support/department-graph.js";
import { startMeritoriousGraph } from "./support/meritorious-graph.js";

interface Page {
  readonly totalCount: number;
  readonly edges: readonly { readonly node: { readonly id: string } }[];
  readonly pageInfo: { readonly endCursor: string | null; readonly hasNextPage: boolean };
}

describe.each(dialects)("on %s", (dialect) => {
  let graph: DepartmentGraph;
  beforeAll(async () => {
    graph = await startMeritoriousGraph(
      {
        territory: { "24@2025-07-01": ["east", "west"], "27@1996-11-06": ["west"] },
        records: [
          { id: "invalid", localityId: "west" },
          {
            id: "martyr",
            localityId: "east",
            categoryId: "MARTYR",
            status: "DECEASED",
            endedOn: "1972-01-01",
          },
          { id: "wife", localityId: "east", categoryId: "RELATIVE", relativeOfId: "martyr" },
          { id: "away", localityId: "south", recognizedOn: "2020-06-30" },
          { id: "mother", localityId: "south", categoryId: "HEROIC_MOTHER", recognizedOn: "2020-07-01" },
        ],
      },
      dialect,
    );
  });
  afterAll(() => graph.close());

  async function list(filter: object | null, first = 100, after: string | null = null): Promise<Page> {
    const { page } = await graph.expectData<{ page: Page }>(
      `query ($filter: MeritoriousRecordFilter, $first: Int, $after: String) {
        page: meritoriousRecords(filter: $filter, first: $first, after: $after) {
          totalCount edges { node { id } } pageInfo { endCursor hasNextPage } } }`,
      { filter, first, after },
    );
    return page;
  }

  const idsOf = ({ edges }: Page) => edges.map(({ node }) => node.id);

  test.each([
    [{ administrativeUnit: "24@2025-07-01" }, ["martyr", "wife", "invalid"]],
    [{ administrativeUnit: "27@1996-11-06" }, ["invalid"]],
    [{ person: "p1" }, ["invalid"]],
    [{ categoryCode: "WAR_INVALID" }, ["away", "invalid"]],
    [{ status: "DECEASED" }, ["martyr"]],
    [{ recognizedFrom: "2020-06-30" }, ["away", "mother"]],
    [{ recognizedFrom: "2020-07-01" }, ["mother"]],
    [{ recognizedFrom: "2020-01-01", recognizedTo: "2020-06-30" }, ["away"]],
    [{ relativeOf: "martyr" }, ["wife"]],
    [{ relativeOf: "wife" }, []],
    [{ administrativeUnit: "24@2025-07-01", status: "IN_FORCE", categoryCode: "RELATIVE" }, ["wife"]],
  ])("every condition that is given must hold: %j lists %j", async (filter, ids) => {
    const page = await list(filter);
    expect(idsOf(page)).toEqual(ids);
    expect(page.totalCount).toBe(ids.length);
  });

  test("pages follow each other by locality, and each record is on one of them", async () => {
    const seen: string[] = [];
    for (let page = await list(null, 2); ; page = await list(null, 2, page.pageInfo.endCursor)) {
      seen.push(...idsOf(page));
      if (!page.pageInfo.hasNextPage) break;
    }
    expect(seen).toEqual(["martyr", "wife", "away", "mother", "invalid"]);
  });

  test("a unit's code in the place of its id is refused with the ids that it may have meant", async () => {
    const { errors } = await graph.query(
      '{ meritoriousRecords(filter: { administrativeUnit: "24" }) { totalCount } }',
    );
    expect(errors).toMatchObject([
      {
        message: expect.stringMatching(/^filter\.administrativeUnit: expected an id.*24@2025-07-01/),
        extensions: { code: "BAD_USER_INPUT", argument: "filter.administrativeUnit" },
      },
    ]);
  });

  test("a relative's record leads to the record of the dead", async () => {
    const records = await graph.expectEntities(
      "MeritoriousRecord",
      [{ id: "wife" }, { id: "martyr" }],
      "person { id } category { code } relativeOf { id category { isRelative } }",
    );
    expect(records).toEqual([
      {
        person: { id: "p3" },
        category: { code: "RELATIVE" },
        relativeOf: { id: "martyr", category: { isRelative: false } },
      },
      { person: { id: "p2" }, category: { code: "MARTYR" }, relativeOf: null },
    ]);
  });
});
