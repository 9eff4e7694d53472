import type { ApplicantGroup } from "../social-housing-application/social-housing-application.enums.js";
import type { ApplicantFacts } from "./applicant-facts.js";
import type { IncomeCeilingEntity } from "./income-ceiling.entity.js";
import type { ConditionStatus, SocialHousingRule } from "./social-housing-eligibility.enums.js";

/** An applicant on a day, and what a condition is judged by. */
export interface Applicant {
  readonly group: ApplicantGroup;
  readonly facts: ApplicantFacts;
  /** Null: none is on record for the day. */
  readonly ceiling: IncomeCeilingEntity | null;
  /** The day before the one judged on which the household was allotted social housing. Null: never. */
  readonly allottedOn: string | null;
}

export interface Finding {
  readonly status: ConditionStatus;
  readonly explanation: string;
}

const met = (explanation: string): Finding => ({ status: "MET", explanation });
const notMet = (explanation: string): Finding => ({ status: "NOT_MET", explanation });
const notKnown = (explanation: string): Finding => ({ status: "NOT_KNOWN", explanation });

/** What the registers say about each rule; a rule whose fact is on no register is not known. */
export const judgeCondition: Readonly<Record<SocialHousingRule, (applicant: Applicant) => Finding>> = {
  BELONGS_TO_GROUP: ({ group, facts }) => belongsToGroup(group, facts),
  INCOME_WITHIN_CEILING: ({ facts, ceiling }) => incomeWithin(ceiling, facts),
  MILITARY_PAY_WITHIN_CEILING: () => notKnown("Pay in the armed forces is on no register."),
  HOUSING_NEED: ({ facts }) =>
    facts.lacksFloorArea
      ? met("The review of the household found less floor area a person than the minimum.")
      : notKnown("Which houses somebody owns is on no register, nor is their floor area."),
  NO_SOCIAL_HOUSING_BEFORE: ({ allottedOn }) =>
    allottedOn === null
      ? met("The household was allotted none before the day.")
      : notMet(`The household was allotted an apartment on ${allottedOn}.`),
};

function belongsToGroup(group: ApplicantGroup, facts: ApplicantFacts): Finding {
  switch (group) {
    case "MERITORIOUS_PERSON":
      return facts.isMeritorious
        ? met("A member has a record of meritorious service, or of a relative's, that is in force.")
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
      return notKnown("Employment and recovered land are on no register.");
  }
}

const poorIn = (where: string, belongs: boolean): Finding =>
  belongs
    ? met(`The household was classified poor or near-poor on the day and lives in ${where}.`)
    : notMet(`The household was not classified poor or near-poor on the day, or does not live in ${where}.`);

/** The household's whole income is at least the applicant's: at or below the ceiling, it decides. */
function incomeWithin(ceiling: IncomeCeilingEntity | null, facts: ApplicantFacts): Finding {
  const { householdMonthlyIncome: income, hasOtherEarners, situation } = facts;
  if (ceiling === null) return notKnown("No income ceiling is on record for the day.");
  if (income === null) return notKnown("The household had no review in force on the day.");
  if (income <= ceiling.monthlyIncome) {
    return met("The income of the whole household is at or below the ceiling.");
  }
  return hasOtherEarners || situation === null
    ? notKnown(
        "The income of the whole household is above the ceiling; whose part is whose is not on record.",
      )
    : notMet("The income of the household, which is the applicant's, is above the ceiling.");
}
