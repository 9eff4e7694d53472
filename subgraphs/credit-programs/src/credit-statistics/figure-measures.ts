import type { RequestContext } from "@an-sinh/subgraph-kit/context";
import type { PublishedFigure } from "../external/published-figure.stub.js";
import { disbursedInPeriod, type Disbursed } from "./credit-period.loaders.js";

/** By the names that households gives to what a published figure measures: what the policy bank lent. */
const measures: Readonly<Record<string, keyof Disbursed>> = {
  HOUSEHOLDS_WITH_LOANS: "households",
  LOANS_DISBURSED: "disbursed",
};

/** What this department computes for a published figure. Null: it is not this department's to compute. */
export async function computeFigure(
  context: RequestContext,
  { measure, fromYear, toYear, administrativeUnit }: PublishedFigure,
): Promise<number | null> {
  const kind = measures[measure ?? ""];
  if (!kind || !administrativeUnit || !toYear) return null;
  const period = { fromYear: fromYear ?? toYear, toYear, lenderKind: "POLICY_BANK" } as const;
  return (await context.load(disbursedInPeriod, administrativeUnit.id, period))[kind];
}
