import { beforeAll, describe, expect, test } from "vitest";
import { sharedGraph, type SharedGraph } from "../../support/shared-graph.js";
import { runOperation } from "../../support/run-operation.js";
import { sum } from "../../support/sum.js";

let graph: SharedGraph;
beforeAll(async () => {
  graph = await sharedGraph();
});

describe("old and new Bac Ninh", () => {
  interface Unit {
    readonly asRecorded: readonly {
      readonly year: number;
      readonly poor: number;
      readonly povertyRatePercent: number;
    }[];
    readonly onItsBoundaries: readonly {
      readonly year: number;
      readonly poor: number;
      readonly households: number;
    }[];
    readonly housing2025: { readonly completedApartments: number };
    readonly credit2023: { readonly outstanding: number };
    readonly credit2025: { readonly outstanding: number };
  }

  test("the figures as recorded are the published ones, each for the years of its unit", async () => {
    const { old, merged } = await runOperation<Record<"old" | "merged", Unit>>(graph, "old-and-new-bac-ninh");
    expect(old.asRecorded.map(({ year, povertyRatePercent }) => [year, povertyRatePercent])).toEqual([
      [2023, 0.94],
      [2024, 0],
    ]);
    expect(merged.asRecorded.map(({ year, povertyRatePercent }) => [year, povertyRatePercent])).toEqual([
      [2025, 0.56],
    ]);
    expect(merged.housing2025.completedApartments).toBe(16_124);
  });

  test("on its own boundaries the merged province is the sum of its parts in every year", async () => {
    const { old, other, merged } = await runOperation<Record<"old" | "other" | "merged", Unit>>(
      graph,
      "old-and-new-bac-ninh",
    );
    expect(merged.onItsBoundaries.map(({ year }) => year)).toEqual([2023, 2024, 2025]);
    for (const [index, year] of merged.onItsBoundaries.entries()) {
      const parts = [old, other].map(({ onItsBoundaries }) => onItsBoundaries[index]);
      expect(year.poor).toBe(sum(parts.map((part) => part?.poor ?? 0)));
      expect(year.households).toBe(sum(parts.map((part) => part?.households ?? 0)));
    }
    expect(merged.credit2023.outstanding).toBe(old.credit2023.outstanding + other.credit2023.outstanding);
    expect(merged.credit2025.outstanding).toBe(old.credit2025.outstanding + other.credit2025.outstanding);
  });
});
