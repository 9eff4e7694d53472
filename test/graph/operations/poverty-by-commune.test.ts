import { beforeAll, expect, test } from "vitest";
import { sharedGraph, type SharedGraph } from "../../support/shared-graph.js";
import { runOperation, type Page } from "../../support/run-operation.js";
import { sum } from "../../support/sum.js";

interface Commune {
  readonly code: string;
  readonly povertySeries: readonly { readonly year: number; readonly poor: number | null }[];
}

let graph: SharedGraph;
beforeAll(async () => {
  graph = await sharedGraph();
});

test("the poor of all communes in a year are those of the province, but for the few that are withheld", async () => {
  const communes: Commune[] = [];
  for (let after: string | null = null; ;) {
    const data: { administrativeUnits: Page<Commune> } = await runOperation(graph, "poverty-by-commune", {
      after,
      fromYear: 2025,
    });
    const { edges, pageInfo } = data.administrativeUnits;
    communes.push(...edges.map(({ node }) => node));
    if (!pageInfo.hasNextPage) break;
    after = pageInfo.endCursor;
  }
  const { administrativeUnit } = await graph.expectData(
    `{ administrativeUnit(code: "24", on: "2025-12-31") { poverty(year: 2025) { poor } } }`,
  );
  const { poor } = (administrativeUnit as { readonly poverty: { readonly poor: number } }).poverty;
  const counted = communes.flatMap(({ povertySeries }) => povertySeries);
  expect(counted.map(({ year }) => year)).toEqual(communes.map(() => 2025));
  const withheld = counted.filter((year) => year.poor === null).length;
  const known = sum(counted.map((year) => year.poor ?? 0));
  expect(known).toBeLessThanOrEqual(poor);
  expect(known + withheld * 4).toBeGreaterThanOrEqual(poor);
});
