import type { HouseholdEntity } from "@an-sinh/households/household/household.entity";
import type { PersonEntity } from "@an-sinh/households/person/person.entity";
import type { PovertyReviewEntity } from "@an-sinh/households/poverty-review/poverty-review.entity";
import type { HouseholdTotalEntity } from "@an-sinh/households/poverty-statistics/household-total.entity";
import { registerYears, type Population } from "../population/population.js";
import { drawCircumstances } from "./circumstances.js";
import type { ReviewedHousehold } from "./reviewed-households.js";

export function* householdRows({ households }: Population): Iterable<HouseholdEntity> {
  for (const { id, code, locality, hamlet, headId, ethnicGroup, livelihood } of households) {
    yield {
      id,
      code,
      localityId: locality.id,
      communeId: locality.communeId,
      hamlet,
      isUrban: locality.isUrban,
      headId,
      ethnicGroup,
      livelihood,
    };
  }
}

export function* personRows({ households, seed }: Population): Iterable<PersonEntity> {
  for (const [serial, { members, ethnicGroup }] of households.entries()) {
    const circumstances = drawCircumstances(seed, serial, members);
    for (const [index, person] of members.entries()) {
      yield {
        id: person.id,
        householdId: person.householdId,
        fullName: person.fullName,
        identificationNumber: person.identificationNumber,
        birthDate: person.birthDate,
        partialBirthDate: null,
        sex: person.sex,
        ethnicGroup,
        relationshipToHead: person.relationship,
        isAlive: person.isAlive,
        isDisabled: circumstances[index]?.isDisabled ?? false,
        isOrphan: circumstances[index]?.isOrphan ?? false,
      };
    }
  }
}

export function reviewRows({ household, reviews }: ReviewedHousehold): PovertyReviewEntity[] {
  const householdId = household.id;
  return reviews.map(({ id, year, reviewedOn, findings, round, class: decided }) => ({
    id,
    householdId,
    round: String(year),
    reviewedOn,
    monthlyIncomePerPerson: findings.monthlyIncomePerPerson,
    deprivations: findings.deprivations,
    class: decided,
    decisionNumber: round.decisionNumber,
    decidedOn: round.decidedOn,
  }));
}

export function* householdTotalRows({ householdTotals }: Population): Iterable<HouseholdTotalEntity> {
  for (const { locality, households } of householdTotals) {
    for (const [index, year] of registerYears.entries()) {
      yield { localityId: locality.id, year, households: households[index] ?? 0 };
    }
  }
}
