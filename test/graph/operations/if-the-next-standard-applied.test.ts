import { beforeAll, describe, expect, test } from "vitest";
import { sharedGraph, type SharedGraph } from "../../support/shared-graph.js";
import { runOperation, type Page } from "../../support/run-operation.js";
import { sum } from "../../support/sum.js";

let graph: SharedGraph;
beforeAll(async () => {
  graph = await sharedGraph();
});

describe("if the next standard applied", () => {
  interface Answer {
    readonly administrativeUnit: {
      readonly reclassification: {
        readonly households: number;
        readonly changing: number;
        readonly changes: readonly {
          readonly from: string;
          readonly to: string;
          readonly households: number;
        }[];
        readonly communes: readonly { readonly households: number; readonly changing: number }[];
      };
    };
    readonly households: Page<{
      readonly classification: { readonly class: string } | null;
      readonly classificationUnder: { readonly class: string } | null;
    }>;
  }

  test("the communes add up to the province, and changes are changes", async () => {
    const { administrativeUnit } = await runOperation<Answer>(graph, "if-the-next-standard-applied");
    const { households, changing, changes, communes } = administrativeUnit.reclassification;
    expect(sum(communes.map((commune) => commune.households))).toBe(households);
    expect(sum(communes.map((commune) => commune.changing))).toBe(changing);
    expect(sum(changes.map((change) => change.households))).toBe(changing);
    for (const { from, to } of changes) expect(from).not.toBe(to);
    expect(changing).toBeGreaterThan(0);
  });

  test("a household has a class under both standards or under neither", async () => {
    const { households } = await runOperation<Answer>(graph, "if-the-next-standard-applied");
    for (const { node } of households.edges) {
      expect(node.classificationUnder === null).toBe(node.classification === null);
    }
  });
});
