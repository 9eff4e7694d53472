import { updatePaymentCategories } from "@an-sinh/meritorious-service/payment/payment-category.service";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { dialects, type DepartmentGraph } from "../../../test/support/department-graph.js";
import { startMeritoriousGraph } from "./support/meritorious-graph.js";

const months = ["2024-01-01", "2024-02-01", "2024-03-01"];

describe.each(dialects)("on %s", (dialect) => {
  let graph: DepartmentGraph;
  beforeAll(async () => {
    graph = await startMeritoriousGraph(
      {
        levels: [{ validFrom: "2024-02-01" }],
        records: [{}, {}, { categoryId: "MARTYR" }, { categoryId: "MARTYR" }],
        payments: [
          { recordId: "r3", categoryId: "WAR_INVALID" },
          { recordId: "r4", categoryId: "HEROIC_MOTHER" },
          ...months.flatMap((month) => [{ month }, { recordId: "r2", month }]),
        ],
      },
      dialect,
    );
  });
  afterAll(() => graph.close());

  test("a record's payments come page by page, the latest month first", async () => {
    const page = (after: string | null) =>
      graph.expectEntities<{ payments: { pageInfo: { endCursor: string } } }>(
        "MeritoriousRecord",
        [{ id: "r1" }, { id: "r2" }],
        `payments(first: 2, after: ${JSON.stringify(after)}) { totalCount pageInfo { endCursor }
          edges { node { month standardLevel { validFrom } } } }`,
      );
    const [first] = await page(null);
    expect(first?.payments).toMatchObject({
      totalCount: 3,
      edges: [
        { node: { month: "2024-03-01", standardLevel: { validFrom: "2024-02-01" } } },
        { node: { month: "2024-02-01", standardLevel: { validFrom: "2024-02-01" } } },
      ],
    });
    const [second] = await page(first?.payments.pageInfo.endCursor ?? null);
    expect(second?.payments).toMatchObject({
      edges: [{ node: { month: "2024-01-01", standardLevel: null } }],
    });
  });

  test("when a record gets another category, its payments get it too, and no others", async () => {
    const { database } = graph;
    const unchanged = { id: "r4", categoryId: "MARTYR" };
    await database.write((manager) =>
      updatePaymentCategories(manager, [
        { before: { id: "r3", categoryId: "WAR_INVALID" }, after: { id: "r3", categoryId: "MARTYR" } },
        { before: unchanged, after: unchanged },
      ]),
    );
    const payments = await database.reader.query(
      "SELECT record_id, category_id FROM payment WHERE record_id IN ('r3', 'r4') ORDER BY record_id",
    );
    expect(payments).toEqual([
      { record_id: "r3", category_id: "MARTYR" },
      { record_id: "r4", category_id: "HEROIC_MOTHER" },
    ]);
  });
});
