import type { ConstructionKind } from "@an-sinh/housing-projects/construction-kind/construction-kind.enums";
import type { HousingGrantEntity } from "@an-sinh/meritorious-service/housing-grant/housing-grant.entity";
import { addDays } from "@an-sinh/subgraph-kit/calendar";
import { drawDecisionNumber } from "../population/decision-number.js";
import { lastRegisterDay, type Population } from "../population/population.js";
import { createRandom, type Random } from "../population/random.js";
import { dayBetween } from "../population/random-day.js";
import { grantDecisions, grantNorm } from "./grant-decisions.js";
import { chooseGrantRecipients, type GrantRecipient } from "./grant-recipients.js";

/** Housing grants to meritorious households, one for each at most. Some also have support from the housing department. */
export function* housingGrantRows(population: Population): Iterable<HousingGrantEntity> {
  const random = createRandom(population.seed, "housing-grants");
  for (const [index, recipient] of chooseGrantRecipients(population, random).entries()) {
    yield grantRow(recipient, index + 1, random);
  }
}

function grantRow(
  { decision, household, recognitions, supportedKind }: GrantRecipient,
  number: number,
  random: Random,
): HousingGrantEntity {
  const { legalBasis, granted } = grantDecisions[decision];
  const kind: ConstructionKind = supportedKind ?? (random.chance(0.45) ? "NEW_BUILD" : "REPAIR");
  const grantedOn = dayBetween(random, ...granted);
  const completedOn = addDays(grantedOn, random.between(60, 200));
  const { record } = random.pick(recognitions);
  return {
    id: `hg-${String(number).padStart(6, "0")}`,
    householdId: household.id,
    personId: record.personId,
    recordId: record.id,
    localityId: household.locality.id,
    kind,
    amount: grantNorm(decision, kind),
    decisionNumber: drawDecisionNumber(random),
    legalBasis,
    legalBasisCode: decision,
    grantedOn,
    completedOn: completedOn > lastRegisterDay ? null : completedOn,
  };
}
