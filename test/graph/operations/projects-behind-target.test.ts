import { beforeAll, describe, expect, test } from "vitest";
import { sharedGraph, type SharedGraph } from "../../support/shared-graph.js";
import { runOperation, type Page } from "../../support/run-operation.js";

let graph: SharedGraph;
beforeAll(async () => {
  graph = await sharedGraph();
});

describe("projects behind their target", () => {
  interface Answer {
    readonly socialHousingProjects: Page<{
      readonly completionTargets: readonly { readonly year: number; readonly apartments: number }[];
      readonly financing: {
        readonly buyerLoans: { readonly principal: number; readonly outstanding: number };
      };
    }>;
    readonly households: Page<{
      readonly isMeritoriousFamily: boolean;
      readonly socialHousingEligibility: { readonly verdict: string | null };
    }>;
  }

  test("have a target in that year and never more outstanding than was lent", async () => {
    const { socialHousingProjects } = await runOperation<Answer>(graph, "projects-behind-target");
    expect(socialHousingProjects.edges.length).toBeGreaterThan(0);
    for (const { node } of socialHousingProjects.edges) {
      expect(node.completionTargets.map(({ year }) => year)).toContain(2025);
      const { principal, outstanding } = node.financing.buyerLoans;
      expect(outstanding).toBeLessThanOrEqual(principal);
    }
  });

  test("the unit has eligible households, meritorious families among the poor ones", async () => {
    const { households } = await runOperation<Answer>(graph, "projects-behind-target", { households: 100 });
    const nodes = households.edges.map(({ node }) => node);
    expect(nodes.some(({ socialHousingEligibility }) => socialHousingEligibility.verdict !== null)).toBe(
      true,
    );
    expect(nodes.some(({ isMeritoriousFamily }) => isMeritoriousFamily)).toBe(true);
  });
});
