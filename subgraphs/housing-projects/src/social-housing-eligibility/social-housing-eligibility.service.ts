import type { RequestContext } from "@an-sinh/subgraph-kit/context";
import type { Household } from "../external/household.stub.js";
import type { ApplicantGroup } from "../social-housing-application/social-housing-application.enums.js";
import { factsOn, type ApplicantFacts } from "./applicant-facts.js";
import type { EligibilityConditionEntity } from "./eligibility-condition.entity.js";
import type { IncomeCeilingEntity } from "./income-ceiling.entity.js";
import { judgeCondition, type Applicant } from "./judge-condition.js";
import type { ConditionStatus, SocialHousingVerdict } from "./social-housing-eligibility.enums.js";
import { allotmentsOfHousehold, ceilingsOn, conditionsOn } from "./social-housing-eligibility.loaders.js";
import type { SocialHousingCondition, SocialHousingEligibility } from "./social-housing-eligibility.type.js";

/** For which day, group and member of a household to judge. */
interface EligibilityQuestion {
  readonly on: string;
  /** Null: the first group that the registers show. */
  readonly group: ApplicantGroup | null;
  /** Left out: the head of the household. */
  readonly applicantId?: string;
}

/**
 * Judges a household, or one of its members, by the rules in force on the day. Null: the meritorious service could not
 * say whether it is a meritorious family.
 */
export async function judgeEligibility(
  context: RequestContext,
  household: Household,
  { on, group: groupAskedFor, applicantId }: EligibilityQuestion,
): Promise<SocialHousingEligibility | null> {
  if (typeof household.isMeritoriousFamily !== "boolean") return null;
  const facts = factsOn(household, on, applicantId);
  const group = groupAskedFor ?? groupOf(facts);
  // Every household loads the same at the same time, whatever its group, so that all share each statement.
  const [allRules, ceilings, allottedOn] = await Promise.all([
    conditionsOn(context, on),
    ceilingsOn(context, on),
    allottedBefore(context, household.id, on),
  ]);
  const rules = allRules.filter((condition) => condition.group === group);
  const isIncomeLimited = rules.some(({ rule }) => rule === "INCOME_WITHIN_CEILING");
  const ceiling = isIncomeLimited ? ceilingFor(facts, ceilings) : null;
  const conditions = rules.map((rule) => judge(rule, { group, facts, ceiling, allottedOn }));
  return {
    on,
    group,
    verdict: verdictOf(conditions),
    ceiling,
    householdMonthlyIncome: ceiling && facts.householdMonthlyIncome,
    conditions,
  };
}

function groupOf({ isMeritorious, isPoorOrNearPoor, isUrban }: ApplicantFacts): ApplicantGroup {
  if (isMeritorious) return "MERITORIOUS_PERSON";
  if (isPoorOrNearPoor) return isUrban ? "URBAN_POOR_OR_NEAR_POOR" : "RURAL_POOR_OR_NEAR_POOR";
  return isUrban ? "URBAN_LOW_INCOME" : "WORKER";
}

/**
 * The ceiling of the applicant's situation. Single parents had no ceiling of their own before Decree 261/2025: that
 * of a single person held for them. It is also the lowest, so it is the safe one if the situation is not known.
 */
function ceilingFor(
  { situation }: ApplicantFacts,
  ceilings: readonly IncomeCeilingEntity[],
): IncomeCeilingEntity | null {
  const own = ceilings.find((ceiling) => ceiling.situation === situation);
  return own ?? ceilings.find((ceiling) => ceiling.situation === "SINGLE") ?? null;
}

/** The earliest day before `on` on which the household was allotted an apartment. Null: there is none. */
async function allottedBefore(
  context: RequestContext,
  householdId: string,
  on: string,
): Promise<string | null> {
  const allotments = await context.load(allotmentsOfHousehold, householdId);
  return allotments.find(({ decidedOn }) => decidedOn !== null && decidedOn < on)?.decidedOn ?? null;
}

const judge = (
  { rule, legalBasis }: EligibilityConditionEntity,
  applicant: Applicant,
): SocialHousingCondition => ({ rule, legalBasis, ...judgeCondition[rule](applicant) });

function verdictOf(conditions: readonly SocialHousingCondition[]): SocialHousingVerdict | null {
  if (conditions.length === 0) return null;
  const has = (wanted: ConditionStatus) => conditions.some(({ status }) => status === wanted);
  if (has("NOT_MET")) return "NOT_ELIGIBLE";
  return has("NOT_KNOWN") ? "TO_BE_PROVEN" : "ELIGIBLE";
}
