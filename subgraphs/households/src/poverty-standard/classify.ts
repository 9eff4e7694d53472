import { addMonths } from "@an-sinh/subgraph-kit/calendar";
import { deprivationsOf } from "./deprivation.js";
import type { HouseholdClass } from "./household-class.js";
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
  return classOf(standard, findings, hasNewlyEscaped(findings));
}

/** What a past review found, to be judged by a standard that it was not made for. */
interface PastFindings {
  /** Dong a person a month. */
  readonly monthlyIncomePerPerson: number;
  readonly isUrban: boolean;
  /** One bit per deprivation, see `deprivation.ts`; those that the standard does not count are left out. */
  readonly deprivations: number;
  /** Whether the register has the household as newly escaped: above the line, it stays so. */
  readonly isNewlyEscaped: boolean;
}

/**
 * The class that a past review's findings would give under another standard. What the standard asks and
 * the review did not counts as not lacking. `reclassifiedSql` is the same rule in SQL.
 */
export function reclassify(standard: PovertyStandardEntity, findings: PastFindings): HouseholdClass {
  const deprivationCount = countDeprivations(standard, findings.deprivations);
  return classOf(standard, { ...findings, deprivationCount }, findings.isNewlyEscaped);
}

/** How many of a review's deprivations, one bit each, the standard counts. */
export const countDeprivations = (standard: PovertyStandardEntity, deprivations: number): number =>
  deprivationsOf(deprivations & standard.countedDeprivations).length;

type Measured = Pick<ReviewFindings, "monthlyIncomePerPerson" | "isUrban" | "deprivationCount">;

function classOf(
  standard: PovertyStandardEntity,
  { monthlyIncomePerPerson: income, isUrban, deprivationCount }: Measured,
  isNewlyEscaped: boolean,
): HouseholdClass {
  if (income <= (isUrban ? standard.urbanIncomeLine : standard.ruralIncomeLine)) {
    return deprivationCount >= standard.minimumDeprivationsForPoor ? "POOR" : "NEAR_POOR";
  }
  if (isNewlyEscaped) return "NEWLY_ESCAPED";
  return income <= (isUrban ? standard.urbanAverageLine : standard.ruralAverageLine)
    ? "AVERAGE"
    : "ABOVE_AVERAGE";
}

function hasNewlyEscaped({ lastPoorOn, decidedOn }: ReviewFindings): boolean {
  return lastPoorOn !== null && decidedOn <= lastDayAsNewlyEscaped(lastPoorOn);
}

/** The last day on which a household that was poor or near-poor until `lastPoorOn` counts as newly escaped. */
export const lastDayAsNewlyEscaped = (lastPoorOn: string): string =>
  addMonths(lastPoorOn, monthsAsNewlyEscaped);
