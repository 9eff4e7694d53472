import type { AdministrativeUnitEntity } from "@an-sinh/households/administrative-unit/administrative-unit.entity";
import type { AssistanceProgramEntity } from "@an-sinh/households/assistance-program/assistance-program.entity";
import type { AssistanceEntity } from "@an-sinh/households/assistance/assistance.entity";
import type { HouseholdClassificationEntity } from "@an-sinh/households/household-classification/household-classification.entity";
import type { PublishedFigureEntity } from "@an-sinh/households/published-figure/published-figure.entity";
import { isOfMinority } from "@an-sinh/households/household/ethnic-minority";
import type { HouseholdEntity } from "@an-sinh/households/household/household.entity";
import type { PersonEntity } from "@an-sinh/households/person/person.entity";
import type { PovertyReviewEntity } from "@an-sinh/households/poverty-review/poverty-review.entity";
import type { PovertyStandardEntity } from "@an-sinh/households/poverty-standard/poverty-standard.entity";
import { searchedText } from "@an-sinh/subgraph-kit/searched-text";

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
  partialBirthDate: null,
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
  reviewedFrom: null,
  ruralPoorLine: null,
  urbanPoorLine: null,
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

/** A province of today, of the code in its id. */
export function unit(
  given: Pick<AdministrativeUnitEntity, "id"> & Partial<AdministrativeUnitEntity>,
): AdministrativeUnitEntity {
  const [code = "", firstDay = "0"] = given.id.split("@");
  const name = given.name ?? `Đơn vị ${given.id}`;
  return {
    code,
    name,
    searchedName: searchedText(name),
    level: "PROVINCE",
    validFrom: firstDay === "0" ? null : firstDay,
    validTo: null,
    parentId: null,
    provinceId: given.id,
    ...given,
  };
}

/** The household "h1" is poor under the central standard since the end of 2022. */
export function classification(
  given: Partial<HouseholdClassificationEntity>,
  index: number,
  homes: readonly HouseholdEntity[],
): HouseholdClassificationEntity {
  const householdId = given.householdId ?? "h1";
  const home = homes.find(({ id }) => id === householdId);
  return {
    reviewId: `c${index + 1}`,
    standardId: "central",
    isReporting: true,
    householdId,
    localityId: home?.localityId ?? "here",
    isMinority: home !== undefined && isOfMinority(home),
    class: "POOR",
    since: "2022-12-08",
    until: null,
    ...given,
  };
}

export function program(given: Partial<AssistanceProgramEntity>): AssistanceProgramEntity {
  const code = given.code ?? "GIFT";
  return { code, name: "Chương trình mẫu", kind: "ONE_OFF_CASH", legalBasis: "Decision 1/2022", ...given };
}

/** A gift of 300,000 dong to the household "h1" on 2024-07-27. */
export function assistance(given: Partial<AssistanceEntity>, index: number): AssistanceEntity {
  const from = given.from ?? "2024-07-27";
  return {
    id: `a${index + 1}`,
    householdId: "h1",
    personId: null,
    localityId: "here",
    programCode: "GIFT",
    livelihoodModelId: null,
    amount: 300_000,
    isMonthly: false,
    coefficient: null,
    quantity: null,
    from,
    to: given.isMonthly ? null : from,
    decisionNumber: null,
    ...given,
  };
}

/** 100 poor households in the country at the end of 2024. */
export const figure = (given: Partial<PublishedFigureEntity>, index: number): PublishedFigureEntity => ({
  id: `F${index + 1}`,
  unitId: null,
  program: "poverty reduction",
  indicator: "poor households",
  period: "2024",
  asOf: "2024-12-31",
  value: 100,
  unit: "households",
  qualifier: null,
  standard: null,
  source: "Báo cáo mẫu",
  ...given,
});
