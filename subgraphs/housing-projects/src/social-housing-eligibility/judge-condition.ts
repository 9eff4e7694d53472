import type { ApplicantGroup } from "../social-housing-application/social-housing-application.enums.js";
import type { ApplicantFacts } from "./applicant-facts.js";
import type { IncomeCeilingEntity } from "./income-ceiling.entity.js";
import type { ConditionStatus, SocialHousingRule } from "./social-housing-eligibility.enums.js";

/** What a condition is judged by: an applicant on a day, and the rules of that day. */
export interface Applicant {
  readonly group: ApplicantGroup;
  readonly facts: ApplicantFacts;
  /** Null: no ceiling is on record for the day. */
  readonly ceiling: IncomeCeilingEntity | null;
  /** The earlier day on which the household was allotted social housing. Null: there is none. */
  readonly allottedOn: string | null;
}

interface Finding {
  readonly status: ConditionStatus;
  readonly explanation: string;
}

const met = (explanation: string): Finding => ({ status: "MET", explanation });
const notMet = (explanation: string): Finding => ({ status: "NOT_MET", explanation });
const notKnown = (explanation: string): Finding => ({ status: "NOT_KNOWN", explanation });

/** Judges each rule by the registers. A rule is NOT_KNOWN if no register holds the fact. */
export const judgeCondition: Readonly<Record<SocialHousingRule, (applicant: Applicant) => Finding>> = {
  BELONGS_TO_GROUP: ({ group, facts }) => belongsToGroup(group, facts),
  INCOME_WITHIN_CEILING: ({ facts, ceiling }) => incomeWithin(ceiling, facts),
  MILITARY_PAY_WITHIN_CEILING: () => notKnown("No register holds the pay in the armed forces."),
  HOUSING_NEED: ({ facts }) =>
    facts.lacksFloorArea
      ? met("The review of the household found less floor area a person than the minimum.")
      : notKnown("No register holds which houses the applicant owns and how large they are."),
  NO_SOCIAL_HOUSING_BEFORE: ({ allottedOn }) =>
    allottedOn === null
      ? met("The household was not allotted social housing before the day.")
      : notMet(`The household was allotted an apartment on ${allottedOn}.`),
};

function belongsToGroup(group: ApplicantGroup, facts: ApplicantFacts): Finding {
  switch (group) {
    case "MERITORIOUS_PERSON":
      return facts.isMeritorious
        ? met("A member has a record of own or a relative's meritorious service that is in force.")
        : notMet("No member has a record of meritorious service that is in force.");
    case "RURAL_POOR_OR_NEAR_POOR":
      return poorIn("the countryside", facts.isPoorOrNearPoor && !facts.isUrban);
    case "URBAN_POOR_OR_NEAR_POOR":
      return poorIn("a town", facts.isPoorOrNearPoor && facts.isUrban);
    case "URBAN_LOW_INCOME":
      return facts.isUrban
        ? met("The household lives in a town.")
        : notMet("The household does not live in a town.");
    default:
      return notKnown("No register holds employment or recovered land.");
  }
}

const poorIn = (where: string, belongs: boolean): Finding =>
  belongs
    ? met(`The household was classified poor or near-poor on the day and lives in ${where}.`)
    : notMet(`The household was not classified poor or near-poor on the day, or does not live in ${where}.`);

/**
 * The registers hold the income of the whole household, which is at least the applicant's. So the rule is met if that
 * income is at or below the ceiling. It is not met if it is above and no other adult can have earned part of it.
 */
function incomeWithin(ceiling: IncomeCeilingEntity | null, facts: ApplicantFacts): Finding {
  const { householdMonthlyIncome: income, hasOtherEarners, situation } = facts;
  if (ceiling === null) return notKnown("No income ceiling is on record for the day.");
  if (income === null) return notKnown("The household had no review in force on the day.");
  if (income <= ceiling.monthlyIncome) {
    return met("The income of the whole household is at or below the ceiling.");
  }
  return hasOtherEarners || situation === null
    ? notKnown(
        "The income of the whole household is above the ceiling. The part of the applicant is not on record.",
      )
    : notMet(
        "The income of the household is above the ceiling, and no other adult can have earned part of it.",
      );
}
