import type { HealthInsuranceCardEntity } from "@an-sinh/meritorious-service/health-insurance-card/health-insurance-card.entity";
import { monthlyPremium } from "@an-sinh/meritorious-service/health-insurance-norm/monthly-premium";
import { addMonths, firstDayOf, lastDayOf, later } from "@an-sinh/subgraph-kit/calendar";
import type { Recognition } from "../meritorious-people/recognitions.js";
import { basePayOn } from "./base-pays.js";
import { healthInsuranceNorm } from "./health-insurance-norms.js";

const years = [2024, 2025];

/** A card a year for each record in force on its first day: 1 January, or the day of the recognition. */
export function* healthInsuranceCardRows(
  recognitions: readonly Recognition[],
): Iterable<HealthInsuranceCardEntity> {
  for (const { record } of recognitions) {
    for (const year of years) {
      const validFrom = later(firstDayOf(year), record.recognizedOn);
      const validTo = lastDayOf(year);
      if (validFrom > validTo || (record.endedOn !== null && record.endedOn <= validFrom)) continue;
      yield {
        id: `${record.id}-h${year}`,
        recordId: record.id,
        localityId: record.localityId,
        year,
        premium: premiumBetween(validFrom, validTo),
        validFrom,
        validTo,
        legalBasis: `Ordinance 02/2020/UBTVQH14: paid by the state; ${healthInsuranceNorm.legalBasis}`,
      };
    }
  }
}

/** The premiums of all months that a card covers, even in part, each by the base pay on its first day. */
function premiumBetween(validFrom: string, validTo: string): number {
  let premium = 0;
  for (let month = `${validFrom.slice(0, 7)}-01`; month <= validTo; month = addMonths(month, 1)) {
    premium += monthlyPremium(healthInsuranceNorm, basePayOn(month));
  }
  return premium;
}
