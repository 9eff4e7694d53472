import type { CreditTerms } from "../credit-program/credit-terms.type.js";
import type { ClassificationPeriod } from "../external/classification-period.stub.js";
import type { EligibilityRuleEntity } from "./eligibility-rule.entity.js";
import type { CreditEligibilityRule } from "./eligibility-rule.enums.js";
import { lastDayToBorrow, type Escape } from "./escape.js";
import type { HouseholdDebt } from "./household-debts.loaders.js";

/** The facts about a household, on a day, that the rules of one program depend on. */
export interface EligibilityFacts {
  /** The day. */
  readonly on: string;
  /** The period of the household's class on the day. Null: it has no class that day. */
  readonly period: ClassificationPeriod | null;
  /** Null: the household had not escaped poverty by that day. */
  readonly escape: Escape | null;
  readonly isUrban: boolean;
  /** All that the household owes the policy bank. */
  readonly debts: readonly HouseholdDebt[];
  /** What it owes under this program alone, in dong. */
  readonly outstanding: number;
  /** Null: the program does not lend that day. */
  readonly terms: Pick<CreditTerms, "validFrom" | "maximumPrincipal"> | null;
}

/** Whether a rule is met, and why. */
interface RuleOutcome {
  /** Null: no register can say. */
  readonly met: boolean | null;
  readonly explanation: string;
}

type RuleCheck = (facts: EligibilityFacts, rule: EligibilityRuleEntity) => RuleOutcome;

const dong = (amount: number) => `${amount.toLocaleString("en")} dong`;

const checks: Readonly<Record<CreditEligibilityRule, RuleCheck>> = {
  PROGRAM_LENDS: ({ on, terms }) => ({
    met: terms !== null,
    explanation: terms
      ? `Terms are on record since ${terms.validFrom}.`
      : `No terms are on record for ${on}.`,
  }),
  HOUSEHOLD_CLASS: checkClass,
  MONTHS_SINCE_ESCAPE: checkMonths,
  RURAL_RESIDENCE: ({ isUrban }) => ({
    met: !isUrban,
    explanation: `The household lives in ${isUrban ? "an urban" : "a rural"} area.`,
  }),
  NO_OVERDUE_DEBT: ({ debts }) => {
    const overdue = debts.reduce((sum, debt) => sum + debt.overdue, 0);
    return {
      met: overdue === 0,
      explanation: overdue === 0 ? "Nothing is overdue." : `${dong(overdue)} is overdue.`,
    };
  },
  BELOW_MAXIMUM: ({ outstanding, terms }) => {
    const maximum = terms?.maximumPrincipal ?? null;
    const owed = `${dong(outstanding)} is outstanding under the program`;
    return maximum === null
      ? { met: true, explanation: `${owed}; no maximum is on record.` }
      : { met: outstanding < maximum, explanation: `${owed}, of at most ${dong(maximum)}.` };
  },
  PROOF_TO_LENDER: (_, { proof }) => ({ met: null, explanation: proof ?? "Proof is to be shown." }),
};

/** Checks one rule of a program against the facts. */
export const checkRule = (rule: EligibilityRuleEntity, facts: EligibilityFacts): RuleOutcome =>
  checks[rule.rule](facts, rule);

function checkClass({ on, period }: EligibilityFacts, { classes }: EligibilityRuleEntity): RuleOutcome {
  const borrowers = classes ?? [];
  const lendsTo = `the program lends to ${borrowers.join(", ")}`;
  if (period === null) return { met: false, explanation: `No class on record on ${on}; ${lendsTo}.` };
  return {
    met: borrowers.includes(period.class),
    explanation: `${period.class} since ${period.since}; ${lendsTo}.`,
  };
}

function checkMonths({ on, escape }: EligibilityFacts, rule: EligibilityRuleEntity): RuleOutcome {
  if (escape === null) return { met: false, explanation: `No escape from poverty on record by ${on}.` };
  const months = rule.months ?? 0;
  const lastDay = lastDayToBorrow(escape, months);
  return {
    met: on <= lastDay,
    explanation: `Off the list since ${escape.since}; may borrow for ${months} months at most, until ${lastDay}.`,
  };
}
