import { beforeAll, describe, expect, test } from "vitest";
import { sharedGraph, type SharedGraph } from "../../support/shared-graph.js";
import { runOperation, type Page } from "../../support/run-operation.js";

let graph: SharedGraph;
beforeAll(async () => {
  graph = await sharedGraph();
});

describe("households that escaped poverty and hold a policy loan", () => {
  interface Household {
    readonly classification: { readonly class: string; readonly since: string; readonly until: string };
    readonly newlyEscapedCreditLapsesOn: string | null;
    readonly loans: readonly {
      readonly outstanding: number;
      readonly program: { readonly lenderKind: string };
    }[];
  }

  test("lose their eligibility 36 months after the decision", async () => {
    const { households } = await runOperation<{ households: Page<Household> }>(
      graph,
      "escaped-households-with-policy-loans",
    );
    const holding = households.edges
      .map(({ node }) => node)
      .filter(({ loans }) =>
        loans.some(({ outstanding, program }) => outstanding > 0 && program.lenderKind === "POLICY_BANK"),
      );
    expect(holding.length).toBeGreaterThan(0);
    for (const { classification, newlyEscapedCreditLapsesOn } of holding) {
      expect(classification.class).toBe("NEWLY_ESCAPED");
      const [year = "", ...rest] = classification.since.split("-");
      const threeYearsLater = `${Number(year) + 3}-${rest.join("-")}`;
      expect(newlyEscapedCreditLapsesOn ?? "").toMatch(/^\d{4}-\d{2}-\d{2}$/);
      expect((newlyEscapedCreditLapsesOn ?? "") <= threeYearsLater).toBe(true);
      expect((newlyEscapedCreditLapsesOn ?? "") > "2025-12-31").toBe(true);
    }
  });
});
