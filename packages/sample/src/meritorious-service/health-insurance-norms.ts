import type { HealthInsuranceNormEntity } from "@an-sinh/meritorious-service/health-insurance-norm/health-insurance-norm.entity";

/** What the state pays for whomever it insures. Several departments reckon with it. */
export const healthInsuranceNorm: HealthInsuranceNormEntity = {
  validFrom: "2019-07-01",
  validTo: null,
  percentOfBasePay: 4.5,
  legalBasis: "Law on Health Insurance: 4.5 % of the base pay a month",
};

/** New objects, because whoever stores them may change them. */
export function* healthInsuranceNormRows(): Iterable<HealthInsuranceNormEntity> {
  yield { ...healthInsuranceNorm };
}
