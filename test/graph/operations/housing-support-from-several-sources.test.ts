import { beforeAll, describe, expect, test } from "vitest";
import { sharedGraph, type SharedGraph } from "../../support/shared-graph.js";
import { allHouseholds } from "../../support/run-operation.js";
import { sum } from "../../support/sum.js";

let graph: SharedGraph;
beforeAll(async () => {
  graph = await sharedGraph();
});

describe("housing support from several sources", () => {
  interface Overlap {
    readonly verdict: string;
    readonly legalBasis: string;
    readonly amountReceived: number;
    readonly amountDue: number;
    readonly amountExcess: number;
    readonly supports: readonly { readonly amount: number }[];
    readonly grants: readonly { readonly amount: number }[];
  }

  test("comes with a verdict, and the amounts add up", async () => {
    const households = await allHouseholds<{ supportOverlaps: Overlap[] }>(
      graph,
      "housing-support-from-several-sources",
    );
    const overlaps = households.flatMap(({ supportOverlaps }) => supportOverlaps);
    expect(new Set(overlaps.map(({ verdict }) => verdict))).toEqual(
      new Set(["EXCLUDE", "HIGHER_OF", "STACK"]),
    );
    for (const { amountReceived, amountDue, amountExcess, supports, grants } of overlaps) {
      expect(sum([...supports, ...grants].map(({ amount }) => amount))).toBe(amountReceived);
      expect(amountExcess).toBe(amountReceived - amountDue);
    }
  });
});
