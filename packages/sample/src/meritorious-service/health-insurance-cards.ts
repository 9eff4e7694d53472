import type { HealthInsuranceCardEntity } from "@an-sinh/meritorious-service/health-insurance-card/health-insurance-card.entity";
import { firstDayOf, lastDayOf, later } from "@an-sinh/subgraph-kit/calendar";
import type { Recognition } from "../meritorious-people/recognitions.js";

/** Dong a year. A sample value. */
const samplePremium = 1_263_600;
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
        premium: samplePremium,
        validFrom,
        validTo,
        legalBasis: "Ordinance 02/2020/UBTVQH14: paid by the state (sample premium)",
      };
    }
  }
}
