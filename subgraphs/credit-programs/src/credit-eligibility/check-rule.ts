import { vietnameseDay, Wording } from "@an-sinh/subgraph-kit/languages/wording";
import type { CreditTerms } from "../credit-program/credit-terms.type.js";
import type { ClassificationPeriod } from "../external/classification-period.stub.js";
import type { HouseholdClass } from "../external/household-class.stub.js";
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
  readonly explanation: string | Wording;
}

type RuleCheck = (facts: EligibilityFacts, rule: EligibilityRuleEntity) => RuleOutcome;

const dong = (amount: number) =>
  new Wording(`${amount.toLocaleString("en")} dong`, `${amount.toLocaleString("vi")} đồng`);

const checks: Readonly<Record<CreditEligibilityRule, RuleCheck>> = {
  PROGRAM_LENDS: ({ on, terms }) => ({
    met: terms !== null,
    explanation: terms
      ? new Wording(
          `Terms are on record since ${terms.validFrom}.`,
          `Điều kiện cho vay có hiệu lực trong dữ liệu từ ngày ${vietnameseDay(terms.validFrom)}.`,
        )
      : new Wording(
          `No terms are on record for ${on}.`,
          `Chưa có điều kiện cho vay trong dữ liệu tại ngày ${vietnameseDay(on)}.`,
        ),
  }),
  HOUSEHOLD_CLASS: checkClass,
  MONTHS_SINCE_ESCAPE: checkMonths,
  RURAL_RESIDENCE: ({ isUrban }) => ({
    met: !isUrban,
    explanation: new Wording(
      `The household lives in ${isUrban ? "an urban" : "a rural"} area.`,
      `Hộ cư trú ở khu vực ${isUrban ? "đô thị" : "nông thôn"}.`,
    ),
  }),
  NO_OVERDUE_DEBT: ({ debts }) => {
    const overdue = debts.reduce((sum, debt) => sum + debt.overdue, 0);
    return {
      met: overdue === 0,
      explanation:
        overdue === 0
          ? new Wording("Nothing is overdue.", "Không có nợ quá hạn.")
          : new Wording(`${dong(overdue).EN} is overdue.`, `Nợ quá hạn ${dong(overdue).VI}.`),
    };
  },
  BELOW_MAXIMUM: ({ outstanding, terms }) => {
    const maximum = terms?.maximumPrincipal ?? null;
    const owed = new Wording(
      `${dong(outstanding).EN} is outstanding under the program`,
      `Dư nợ của chương trình ${dong(outstanding).VI}`,
    );
    const most = maximum === null ? null : dong(maximum);
    return {
      met: maximum === null || outstanding < maximum,
      explanation: most
        ? new Wording(`${owed.EN}, of at most ${most.EN}.`, `${owed.VI}, mức cho vay tối đa ${most.VI}.`)
        : new Wording(`${owed.EN}; no maximum is on record.`, `${owed.VI}; chưa có mức cho vay tối đa.`),
    };
  },
  PROOF_TO_LENDER: (_, { proof }) => ({
    met: null,
    explanation: proof ?? new Wording("Proof is to be shown.", "Cần xuất trình giấy tờ chứng minh."),
  }),
};

/** Checks one rule of a program against the facts. */
export const checkRule = (rule: EligibilityRuleEntity, facts: EligibilityFacts): RuleOutcome =>
  checks[rule.rule](facts, rule);

const vietnameseClasses: Readonly<Record<HouseholdClass, string>> = {
  POOR: "hộ nghèo",
  NEAR_POOR: "hộ cận nghèo",
  NEWLY_ESCAPED: "hộ mới thoát nghèo",
  AVERAGE: "hộ có mức sống trung bình",
  ABOVE_AVERAGE: "hộ có mức sống trên trung bình",
};

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

function checkClass({ on, period }: EligibilityFacts, { classes }: EligibilityRuleEntity): RuleOutcome {
  const borrowers = classes ?? [];
  const named = borrowers.map((borrower) => vietnameseClasses[borrower]).join(", ");
  const lendsTo = new Wording(
    `the program lends to ${borrowers.join(", ")}`,
    `chương trình cho vay: ${named}`,
  );
  const found = period
    ? new Wording(
        `${period.class} since ${period.since}`,
        `${capital(vietnameseClasses[period.class])} từ ngày ${vietnameseDay(period.since)}`,
      )
    : new Wording(
        `No class on record on ${on}`,
        `Chưa có kết quả phân loại hộ tại ngày ${vietnameseDay(on)}`,
      );
  return {
    met: period !== null && borrowers.includes(period.class),
    explanation: new Wording(`${found.EN}; ${lendsTo.EN}.`, `${found.VI}; ${lendsTo.VI}.`),
  };
}

function checkMonths({ on, escape }: EligibilityFacts, rule: EligibilityRuleEntity): RuleOutcome {
  if (escape === null)
    return {
      met: false,
      explanation: new Wording(
        `No escape from poverty on record by ${on}.`,
        `Chưa có kết quả thoát nghèo tính đến ngày ${vietnameseDay(on)}.`,
      ),
    };
  const months = rule.months ?? 0;
  const lastDay = lastDayToBorrow(escape, months);
  return {
    met: on <= lastDay,
    explanation: new Wording(
      `Off the list since ${escape.since}; may borrow for ${months} months at most, until ${lastDay}.`,
      `Ra khỏi danh sách từ ngày ${vietnameseDay(escape.since)}; được vay trong tối đa ${months} tháng, đến ngày ${vietnameseDay(lastDay)}.`,
    ),
  };
}
