import { isInForce } from "@an-sinh/subgraph-kit/calendar";
import type { RequestContext } from "@an-sinh/subgraph-kit/context";
import { annualRateOn } from "./annual-rate.js";
import { listAllPreferredRates, listAllTerms } from "./credit-program.loaders.js";
import { CreditTerms } from "./credit-terms.type.js";
import { PreferredRate } from "./preferred-rate.type.js";

/** The terms of a program on a day. Null: none are on record for that day. */
export async function findTerms(
  context: RequestContext,
  programId: string,
  on: string,
): Promise<CreditTerms | null> {
  const allTerms = await listAllTerms(context);
  const terms = allTerms.find((found) => found.programId === programId && isInForce(found, on));
  return terms ? new CreditTerms(terms, annualRateOn(terms, on, allTerms), on) : null;
}

/** All terms of a program, each on its first day, the earliest first. */
export async function listTerms(context: RequestContext, programId: string): Promise<CreditTerms[]> {
  const allTerms = await listAllTerms(context);
  return allTerms
    .filter((terms) => terms.programId === programId)
    .map((terms) => new CreditTerms(terms, annualRateOn(terms, terms.validFrom, allTerms), terms.validFrom));
}

/** The lower rates of a program on the day of its terms, by borrowers. */
export async function listPreferredRates(
  context: RequestContext,
  { programId, on }: CreditTerms,
): Promise<PreferredRate[]> {
  const [allTerms, rates] = await Promise.all([listAllTerms(context), listAllPreferredRates(context)]);
  return rates
    .filter((rate) => rate.programId === programId && isInForce(rate, on))
    .map((rate) => new PreferredRate(rate, annualRateOn(rate, on, allTerms)));
}
