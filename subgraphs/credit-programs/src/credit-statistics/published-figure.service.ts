import type { RequestContext } from "@an-sinh/subgraph-kit/context";
import { lastDayOf } from "@an-sinh/subgraph-kit/calendar";
import type { PublishedFigure } from "../external/published-figure.stub.js";
import { findPackageVolume } from "../housing-package/housing-package.loaders.js";
import { lentInPeriod, type ShownDisbursed } from "./credit-period.service.js";

/** What the policy bank lent, by the name that the households subgraph gives to the measure of a figure. */
const measures: Readonly<Record<string, keyof ShownDisbursed>> = {
  HOUSEHOLDS_WITH_LOANS: "households",
  LOANS_DISBURSED: "disbursed",
};

/**
 * What this department computes for a published figure. Null: another department computes it, or
 * nobody, or it is withheld.
 */
export async function computeFigure(
  context: RequestContext,
  { measure, fromYear, toYear, administrativeUnit }: PublishedFigure,
): Promise<number | null> {
  if (measure === "HOUSING_PACKAGE_VOLUME" && toYear)
    return (await findPackageVolume(context, lastDayOf(toYear)))?.volume ?? null;
  const amount = measures[measure ?? ""];
  if (!amount || !administrativeUnit || !toYear) return null;
  const period = { fromYear: fromYear ?? toYear, toYear, lenderKind: "POLICY_BANK" } as const;
  return (await lentInPeriod(context, administrativeUnit.id, period))[amount];
}
