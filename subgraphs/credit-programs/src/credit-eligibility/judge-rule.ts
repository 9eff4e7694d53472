import type { CreditTermsEntity } from "../credit-program/credit-terms.entity.js";
import type { ClassificationPeriod } from "../external/classification-period.stub.js";
import type { HouseholdDebt } from "./household-debts.loaders.js";
import type { EligibilityRuleEntity } from "./eligibility-rule.entity.js";
import type { CreditEligibilityRule } from "./eligibility-rule.enums.js";
import { lastDayToBorrow, type Escape } from "./escape.js";

/** What the rules of one program are judged by. */
export interface EligibilityFacts {
  readonly on: string;
  /** Null: not on the register of households that day. */
  readonly period: ClassificationPeriod | null;
  /** Null: it never escaped poverty by that day. */
  readonly escape: Escape | null;
  readonly isUrban: boolean;
  /** All that the household owes the policy bank. */
  readonly debts: readonly HouseholdDebt[];
  /** Under this program alone, in dong. */
  readonly outstanding: number;
  /** Null: the program does not lend that day. */
  readonly terms: CreditTermsEntity | null;
}

/** Whether a rule is met, and why. `met` null: no register can say. */
export interface Judgment {
  readonly met: boolean | null;
  readonly explanation: string;
}

type Judge = (facts: EligibilityFacts, rule: EligibilityRuleEntity) => Judgment;

const dong = (amount: number) => `${amount.toLocaleString("en")} dong`;

const judges: Readonly<Record<CreditEligibilityRule, Judge>> = {
  PROGRAM_LENDS: ({ on, terms }) => ({
    met: terms !== null,
    explanation: terms
      ? `Terms are on record since ${terms.validFrom}.`
      : `No terms are on record for ${on}.`,
  }),
  HOUSEHOLD_CLASS: judgeClass,
  MONTHS_SINCE_ESCAPE: judgeMonths,
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

/** Judges one rule on the facts. */
export const judge = (rule: EligibilityRuleEntity, facts: EligibilityFacts): Judgment =>
  judges[rule.rule](facts, rule);

function judgeClass({ on, period }: EligibilityFacts, { classes }: EligibilityRuleEntity): Judgment {
  const wanted = classes ?? [];
  const lendsTo = `the program lends to ${wanted.join(", ")}`;
  if (period === null) return { met: false, explanation: `No class on record on ${on}; ${lendsTo}.` };
  return {
    met: wanted.includes(period.class),
    explanation: `${period.class} since ${period.since}; ${lendsTo}.`,
  };
}

function judgeMonths({ on, escape }: EligibilityFacts, rule: EligibilityRuleEntity): Judgment {
  if (escape === null) return { met: false, explanation: `No escape from poverty on record by ${on}.` };
  const months = rule.months ?? 0;
  const lastDay = lastDayToBorrow(escape, months);
  return {
    met: on <= lastDay,
    explanation: `Off the list since ${escape.since}; may borrow for ${months} months at most, until ${lastDay}.`,
  };
}
