import type { HouseholdEntity } from "@an-sinh/households/household/household.entity";
import type { PersonEntity } from "@an-sinh/households/person/person.entity";
import type { PovertyReviewEntity } from "@an-sinh/households/poverty-review/poverty-review.entity";
import type { PovertyStandardEntity } from "@an-sinh/households/poverty-standard/poverty-standard.entity";

/** A rural household at the locality "here". */
export function household(given: Partial<HouseholdEntity>, index = 0): HouseholdEntity {
  const id = given.id ?? `h${index + 1}`;
  return {
    id,
    code: id,
    localityId: "here",
    communeId: "00001@2025-07-01",
    hamlet: null,
    isUrban: false,
    headId: null,
    ethnicGroup: null,
    livelihood: null,
    ...given,
  };
}

/** A member of no household. */
export const person = (given: Partial<PersonEntity>, index = 0): PersonEntity => ({
  id: `p${index + 1}`,
  householdId: null,
  fullName: "Lê Văn Tám",
  identificationNumber: null,
  birthDate: null,
  sex: null,
  ethnicGroup: null,
  relationshipToHead: null,
  isAlive: true,
  isDisabled: false,
  isOrphan: false,
  ...given,
});

/** A review of the household "h1" that finds neither a low income nor deprivations. */
export const review = (given: Partial<PovertyReviewEntity>, index = 0): PovertyReviewEntity => ({
  id: `r${index + 1}`,
  householdId: "h1",
  round: "2022",
  reviewedOn: "2022-10-01",
  monthlyIncomePerPerson: 9_000_000,
  deprivations: 0,
  class: "ABOVE_AVERAGE",
  decisionNumber: null,
  decidedOn: "2022-12-08",
  ...given,
});

/** The central standard "central", in force from 2021 on. It counts all deprivations. */
export const standard = (given: Partial<PovertyStandardEntity>): PovertyStandardEntity => ({
  id: "central",
  name: "Chuẩn nghèo",
  issuedById: null,
  legalBasis: "Decree 07/2021/ND-CP",
  validFrom: "2021-03-15",
  validTo: null,
  ruralIncomeLine: 1_500_000,
  urbanIncomeLine: 2_000_000,
  ruralAverageLine: 2_250_000,
  urbanAverageLine: 3_000_000,
  minimumDeprivationsForPoor: 3,
  countedDeprivations: 0b1111_1111_1111,
  ...given,
});

/** The standard of the province "01@0": its lines are higher than the central ones. */
export const provincialStandard = (given: Partial<PovertyStandardEntity> = {}): PovertyStandardEntity =>
  standard({
    id: "own",
    issuedById: "01@0",
    validFrom: "2022-01-01",
    ruralIncomeLine: 2_000_000,
    ruralAverageLine: 3_000_000,
    ...given,
  });
