import { later } from "@an-sinh/subgraph-kit/calendar";
import type { HealthInsuranceCardEntity } from "@an-sinh/meritorious-service/health-insurance-card/health-insurance-card.entity";
import type { Recognition } from "./recognitions.js";

/** Dong a year: not that of a decree. */
const samplePremium = 1_263_600;
const years = [2024, 2025];

/** A card a year for everybody whose record is in force at its start; a newly recognized one from that day. */
export function* healthInsuranceCardRows(
  recognitions: readonly Recognition[],
): Iterable<HealthInsuranceCardEntity> {
  for (const { record } of recognitions) {
    for (const year of years) {
      const validFrom = later(`${year}-01-01`, record.recognizedOn);
      const validTo = `${year}-12-31`;
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
