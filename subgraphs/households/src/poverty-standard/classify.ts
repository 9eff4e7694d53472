import type { HouseholdClass } from "../poverty-review/household-class.js";
import type { PovertyStandardEntity } from "./poverty-standard.entity.js";

/** What the class of a household follows from. */
export interface ReviewFindings {
  /** Dong a person a month. */
  readonly monthlyIncomePerPerson: number;
  readonly isUrban: boolean;
  /** How many of the standard's indicators the household lacks. */
  readonly deprivationCount: number;
  readonly decidedOn: string;
  /** The last day before the decision on which the register had it as poor or near-poor. Null: never. */
  readonly lastPoorOn: string | null;
}

/** Decision 28/2015/QD-TTg. */
const monthsAsNewlyEscaped = 36;

/** The class of a household under a standard (Decree 07/2021/ND-CP, article 3). */
export function classify(standard: PovertyStandardEntity, findings: ReviewFindings): HouseholdClass {
  const { monthlyIncomePerPerson: income, isUrban, deprivationCount } = findings;
  if (income <= (isUrban ? standard.urbanIncomeLine : standard.ruralIncomeLine)) {
    return deprivationCount >= standard.minimumDeprivationsForPoor ? "POOR" : "NEAR_POOR";
  }
  if (hasNewlyEscaped(findings)) return "NEWLY_ESCAPED";
  return income <= (isUrban ? standard.urbanAverageLine : standard.ruralAverageLine)
    ? "AVERAGE"
    : "ABOVE_AVERAGE";
}

function hasNewlyEscaped({ lastPoorOn, decidedOn }: ReviewFindings): boolean {
  return lastPoorOn !== null && decidedOn <= addMonths(lastPoorOn, monthsAsNewlyEscaped);
}

/** The same day of a later month, or its last day where it is shorter. */
export function addMonths(day: string, months: number): string {
  const date = new Date(`${day}T00:00:00Z`);
  const dayOfMonth = date.getUTCDate();
  date.setUTCDate(1);
  date.setUTCMonth(date.getUTCMonth() + months);
  const lastOfMonth = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate();
  date.setUTCDate(Math.min(dayOfMonth, lastOfMonth));
  return date.toISOString().slice(0, 10);
}
