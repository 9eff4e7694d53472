import { isInForce } from "@an-sinh/subgraph-kit/calendar";
import type { RequestContext } from "@an-sinh/subgraph-kit/context";
import { required } from "@an-sinh/subgraph-kit/federation/required";
import type { CreditProgramEntity } from "../credit-program/credit-program.entity.js";
import { findTerms } from "../credit-program/credit-terms.service.js";
import type { CreditTerms } from "../credit-program/credit-terms.type.js";
import type { Household } from "../external/household.stub.js";
import { checkRule, type EligibilityFacts } from "./check-rule.js";
import type { CreditEligibility } from "./credit-eligibility.type.js";
import type { EligibilityRuleEntity } from "./eligibility-rule.entity.js";
import { listPolicyPrograms, rulesOn } from "./eligibility-rule.loaders.js";
import { findEscape, lastDayToBorrow, type Escape } from "./escape.js";
import { debtsOfHousehold } from "./household-debts.loaders.js";

/** What the household may borrow on a day, under each program of the policy bank. */
export async function listEligibility(
  context: RequestContext,
  household: Household,
  on: string,
): Promise<CreditEligibility[]> {
  const registered = registeredFacts(household, on);
  const [programs, rules, debts] = await Promise.all([
    listPolicyPrograms(context),
    context.load(rulesOn, on),
    context.load(debtsOfHousehold, household.id, { on }),
  ]);
  const facts = { on, debts, ...registered };
  return Promise.all(
    programs.map(async (program) =>
      eligibilityUnder(
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

/** The last day on which a household may borrow as newly escaped. Null: it had not escaped by the day `on`. */
export async function findNewlyEscapedLapse(
  context: RequestContext,
  household: Household,
  on: string,
): Promise<string | null> {
  const history = required("classificationHistory", household.classificationHistory);
  return lapseUnder(await context.load(rulesOn, on), findEscape(history, on));
}

/** The facts that the register of households has. Where two classes overlap, the later decision counts. */
function registeredFacts(household: Household, on: string) {
  const history = required("classificationHistory", household.classificationHistory);
  const period = history.findLast(({ since, until = null }) =>
    isInForce({ validFrom: since, validTo: until }, on),
  );
  const isUrban = required("isUrban", household.isUrban);
  return { isUrban, period: period ?? null, escape: findEscape(history, on) };
}

function eligibilityUnder(
  program: CreditProgramEntity,
  rules: readonly EligibilityRuleEntity[],
  facts: EligibilityFacts & { readonly terms: CreditTerms | null },
): CreditEligibility {
  const { on, terms, outstanding } = facts;
  const reasons = rules.map((rule) => ({
    rule: rule.rule,
    legalBasis: rule.legalBasis,
    ...checkRule(rule, facts),
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

function lapseUnder(rules: readonly EligibilityRuleEntity[], escape: Escape | null): string | null {
  const months = rules.find(({ rule }) => rule === "MONTHS_SINCE_ESCAPE")?.months ?? null;
  return months === null || escape === null ? null : lastDayToBorrow(escape, months);
}
