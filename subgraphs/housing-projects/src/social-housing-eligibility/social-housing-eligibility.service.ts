import type { RequestContext } from "@an-sinh/subgraph-kit/context";
import type { Household } from "../external/household.js";
import type { ApplicantGroup } from "../social-housing-application/social-housing-application.enums.js";
import { factsOn, type ApplicantFacts } from "./applicant-facts.js";
import type { EligibilityConditionEntity } from "./eligibility-condition.entity.js";
import type { IncomeCeilingEntity } from "./income-ceiling.entity.js";
import { judgeCondition, type Applicant } from "./judge-condition.js";
import type { ConditionStatus, SocialHousingVerdict } from "./social-housing-eligibility.enums.js";
import { allotmentsOfHousehold, ceilingsOn, conditionsOn } from "./social-housing-eligibility.loaders.js";
import type { SocialHousingCondition, SocialHousingEligibility } from "./social-housing-eligibility.type.js";

/** Who applies, when, and as whom. */
export interface Application {
  readonly on: string;
  /** Null: the first group that the registers know of. */
  readonly group?: ApplicantGroup | null;
  /** Left out: the head of the household. */
  readonly applicantId?: string;
}

/** Judges a household, or one of its members, by the rules in force on the day. */
export async function judgeEligibility(
  context: RequestContext,
  household: Household,
  { on, group: wanted, applicantId }: Application,
): Promise<SocialHousingEligibility> {
  const facts = factsOn(household, on, applicantId);
  const group = wanted ?? groupOf(facts);
  // All at once for every household, whatever its group: so that all households share each statement.
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
 * The ceiling of the applicant's situation. Before single parents had a ceiling of their own, that of a
 * single person held for them; where the situation is not known, the lowest is the safe one.
 */
function ceilingFor(
  { situation }: ApplicantFacts,
  ceilings: readonly IncomeCeilingEntity[],
): IncomeCeilingEntity | null {
  const own = ceilings.find((ceiling) => ceiling.situation === situation);
  return own ?? ceilings.find((ceiling) => ceiling.situation === "SINGLE") ?? null;
}

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
  const some = (wanted: ConditionStatus) => conditions.some(({ status }) => status === wanted);
  if (some("NOT_MET")) return "NOT_ELIGIBLE";
  return some("NOT_KNOWN") ? "TO_BE_PROVEN" : "ELIGIBLE";
}
