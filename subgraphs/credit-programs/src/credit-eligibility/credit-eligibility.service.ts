import type { RequestContext } from "@an-sinh/subgraph-kit/context";
import { findTerms } from "../credit-program/credit-program.service.js";
import type { CreditProgramEntity } from "../credit-program/credit-program.entity.js";
import type { Household } from "../external/household.js";
import type { CreditEligibility } from "./credit-eligibility.type.js";
import type { EligibilityRuleEntity } from "./eligibility-rule.entity.js";
import { listPolicyPrograms, listRules } from "./eligibility-rule.loaders.js";
import { findEscape, lastDayToBorrow } from "./escape.js";
import { debtsOfHousehold } from "./household-debts.loaders.js";
import { judge, type EligibilityFacts } from "./judge-rule.js";

type HouseholdFacts = Omit<EligibilityFacts, "terms" | "outstanding">;

/** What the household may borrow on a day, under each program of the policy bank. */
export async function listEligibility(
  context: RequestContext,
  household: Household,
  on: string,
): Promise<CreditEligibility[]> {
  const [programs, rules, debts] = await Promise.all([
    listPolicyPrograms(context),
    listRules(context, on),
    context.load(debtsOfHousehold, household.id, { on }),
  ]);
  const facts: HouseholdFacts = { on, debts, ...registered(household, on) };
  return Promise.all(
    programs.map(async (program) =>
      judgeProgram(
        program,
        rules.filter(({ programId }) => programId === program.id),
        {
          ...facts,
          terms: await findTerms(context, program.id, on),
          outstanding: debts
            .filter(({ programId }) => programId === program.id)
            .reduce((sum, { outstanding }) => sum + outstanding, 0),
        },
      ),
    ),
  );
}

/** The last day on which a household may borrow as newly escaped. Null: it had not escaped by that day. */
export async function findNewlyEscapedLapse(
  context: RequestContext,
  { classificationHistory = [] }: Household,
  on: string,
): Promise<string | null> {
  return lapseUnder(await listRules(context, on), findEscape(classificationHistory, on));
}

function registered({ isUrban = false, classificationHistory = [] }: Household, on: string) {
  const period = classificationHistory.findLast(
    ({ since, until }) => since <= on && (until === null || until >= on),
  );
  return { isUrban, period: period ?? null, escape: findEscape(classificationHistory, on) };
}

function judgeProgram(
  program: CreditProgramEntity,
  rules: readonly EligibilityRuleEntity[],
  facts: EligibilityFacts,
): CreditEligibility {
  const { on, terms, outstanding } = facts;
  const reasons = rules.map((rule) => ({
    rule: rule.rule,
    legalBasis: rule.legalBasis,
    ...judge(rule, facts),
  }));
  const eligible = terms !== null && reasons.every(({ met }) => met !== false);
  return {
    program,
    on,
    eligible,
    outstanding,
    terms,
    maximumPrincipal: eligible ? amountLeft(terms.maximumPrincipal, outstanding) : 0,
    lapsesOn: lapseUnder(rules, facts.escape),
    reasons,
  };
}

const amountLeft = (maximum: number | null, outstanding: number) =>
  maximum === null ? null : Math.max(0, maximum - outstanding);

function lapseUnder(
  rules: readonly EligibilityRuleEntity[],
  escape: EligibilityFacts["escape"],
): string | null {
  const months = rules.find(({ rule }) => rule === "MONTHS_SINCE_ESCAPE")?.months ?? null;
  return months === null || escape === null ? null : lastDayToBorrow(escape, months);
}
