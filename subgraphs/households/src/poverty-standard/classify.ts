import { addMonths } from "@an-sinh/subgraph-kit/calendar";
import { deprivationsOf } from "./deprivation.js";
import type { HouseholdClass } from "./household-class.js";
import type { PovertyStandardEntity } from "./poverty-standard.entity.js";

/** What decides the class of a household. */
export interface ReviewFindings {
  /** Dong a person a month. */
  readonly monthlyIncomePerPerson: number;
  readonly isUrban: boolean;
  /** How many of the standard's indicators the household lacks. */
  readonly deprivationCount: number;
  readonly decidedOn: string;
  /** The last day before the decision on which the household was poor or near-poor on the register. Null: it never was. */
  readonly lastPoorOn: string | null;
}

/** Decision 28/2015/QD-TTg. */
const monthsAsNewlyEscaped = 36;

/** The class of a household under a standard (Decree 07/2021/ND-CP, article 3; Decision 59/2015/QD-TTg, article 2). */
export function classify(standard: PovertyStandardEntity, findings: ReviewFindings): HouseholdClass {
  return classOf(standard, findings, hasNewlyEscaped(findings));
}

/** What a past review found, for the class under another standard. */
interface PastFindings {
  /** Dong a person a month. */
  readonly monthlyIncomePerPerson: number;
  readonly isUrban: boolean;
  /** One bit per deprivation, see `deprivation.ts`. Those that the standard does not count make no difference. */
  readonly deprivations: number;
  /** Whether the household is newly escaped on the register. Above the income line it then stays so. */
  readonly isNewlyEscaped: boolean;
}

/**
 * The class that the findings of a past review give under another standard. An indicator that the review did not ask
 * about counts as not lacking. `reclassifiedSql` is the same rule in SQL.
 */
export function reclassify(standard: PovertyStandardEntity, findings: PastFindings): HouseholdClass {
  const deprivationCount = countDeprivations(standard, findings.deprivations);
  return classOf(standard, { ...findings, deprivationCount }, findings.isNewlyEscaped);
}

/** How many of the deprivations, one bit each, the standard counts. */
export const countDeprivations = (standard: PovertyStandardEntity, deprivations: number): number =>
  deprivationsOf(deprivations & standard.countedDeprivations).length;

type Measured = Pick<ReviewFindings, "monthlyIncomePerPerson" | "isUrban" | "deprivationCount">;

function classOf(
  standard: PovertyStandardEntity,
  { monthlyIncomePerPerson: income, isUrban, deprivationCount }: Measured,
  isNewlyEscaped: boolean,
): HouseholdClass {
  const poorLine = isUrban ? standard.urbanPoorLine : standard.ruralPoorLine;
  if (poorLine !== null && income <= poorLine) return "POOR";
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
