import { isInForce } from "@an-sinh/subgraph-kit/calendar";
import type { CreditTermsEntity } from "./credit-terms.entity.js";

/** How a rate is set: as a number, or as a share of another program's rate. */
type Rate = Pick<CreditTermsEntity, "rateBaseProgramId" | "percentOfBaseRate"> &
  Partial<Pick<CreditTermsEntity, "annualRatePercent">>;

/**
 * A rate on a day, in percent a year to three decimals. `allTerms` are those of all programs. Null: it is not on record,
 * or the program whose rate it follows has none on that day.
 */
export function annualRateOn(rate: Rate, on: string, allTerms: readonly CreditTermsEntity[]): number | null {
  const { rateBaseProgramId, percentOfBaseRate, annualRatePercent = null } = rate;
  if (rateBaseProgramId === null || percentOfBaseRate === null) return annualRatePercent;
  const base = allTerms.find((terms) => terms.programId === rateBaseProgramId && isInForce(terms, on));
  if (!base) return null;
  // Each step leaves out the terms it used: programs that follow one another in a circle have no rate.
  const others = allTerms.filter((terms) => terms !== base);
  const baseRate = annualRateOn(base, on, others);
  return baseRate && Math.round(percentOfBaseRate * baseRate * 10) / 1000;
}
