import { addDays, earlier } from "@an-sinh/subgraph-kit/calendar";
import {
  countsFrom,
  isInForceWithin,
  latestReviewed,
  reviewStandards,
  type ApplicableStandards,
} from "../poverty-standard/applicable-standards.js";
import { classify, countDeprivations, lastDayAsNewlyEscaped } from "../poverty-standard/classify.js";
import type { HouseholdClass } from "../poverty-standard/household-class.js";
import type { PovertyStandardEntity } from "../poverty-standard/poverty-standard.entity.js";
import type { HouseholdClassificationEntity } from "./household-classification.entity.js";

export type Classification = Omit<HouseholdClassificationEntity, "review">;

/** A household, and the standards that may apply where it lives. */
export interface ReviewedHousehold {
  readonly householdId: string;
  readonly localityId: string;
  readonly isUrban: boolean;
  /** Whether it is of an ethnic minority. */
  readonly isMinority: boolean;
  readonly standards: ApplicableStandards;
}

/** What a review found and what was decided on it. */
export interface DecidedReview {
  readonly id: string;
  readonly decidedOn: string;
  /** Dong a person a month. */
  readonly monthlyIncomePerPerson: number;
  /** One bit per deprivation, see `deprivation.ts`. */
  readonly deprivations: number;
  /** By the standard that the province reports by. Null: the class that the findings give. */
  readonly class: HouseholdClass | null;
  /** The last day on which the household was on the register. Null: it is reviewed again, or still on it. */
  readonly lastDayOnRegister: string | null;
}

/** A day under the central standards and one under those of the province. Null: none. */
type DayByIssuer = Record<"central" | "own", string | null>;

/** What one review decides for all standards. */
interface Decision {
  readonly household: ReviewedHousehold;
  readonly review: DecidedReview;
  readonly reporting: PovertyStandardEntity | null;
  /** The last days for which the review counts. Null: until the next review. */
  readonly until: DayByIssuer;
}

/**
 * The classes of a household under all standards, from its reviews in any order. A review counts from the day of its
 * decision, or from the standard's first day if it was held in advance, to the day before the next review counts; for a
 * newly escaped household, at most 36 months. Under the standard that the province reports by, the class is the one
 * decided on. Under the other standards it is the one that the findings give. A province's own standard that begins
 * after a decision applies to that review too, from the standard's first day.
 */
export function classifyHousehold(
  household: ReviewedHousehold,
  reviews: readonly DecidedReview[],
): Classification[] {
  // The last days on which the household was poor or near-poor.
  const lastPoorOn: DayByIssuer = { central: null, own: null };
  const ordered = reviews.toSorted((a, b) => (a.decidedOn + a.id < b.decidedOn + b.id ? -1 : 1));
  return ordered.flatMap((review, index) => {
    const decision = decide(household, review, ordered[index + 1] ?? null, lastPoorOn);
    return classifyUnderAll(decision, lastPoorOn);
  });
}

function decide(
  household: ReviewedHousehold,
  review: DecidedReview,
  next: DecidedReview | null,
  lastPoorOn: DayByIssuer,
): Decision {
  const { decidedOn } = review;
  const { standards } = household;
  const [reporting = null] = reviewStandards(standards, decidedOn);
  const wasPoorOn = lastPoorOn[standards.own.some((standard) => standard === reporting) ? "own" : "central"];
  const found = reporting && classByFindings(household, review, reporting, wasPoorOn);
  const kind = review.class ?? found;
  const end = kind === "NEWLY_ESCAPED" ? lastDayAsNewlyEscaped(wasPoorOn ?? dayBefore(decidedOn)) : null;
  const lastDay = (issued: readonly PovertyStandardEntity[]) =>
    review.lastDayOnRegister ?? (next ? dayBeforeCounts(next, issued) : end);
  const until = { central: lastDay(standards.central), own: lastDay(standards.own) };
  return { household, review, reporting, until };
}

/** The day before a review counts under the standards of an issuer. */
function dayBeforeCounts({ decidedOn }: DecidedReview, issued: readonly PovertyStandardEntity[]): string {
  const standard = latestReviewed(issued, decidedOn);
  return dayBefore(standard ? countsFrom(decidedOn, standard) : decidedOn);
}

/** Also remembers until when the household is poor or near-poor, for the reviews that follow. */
function classifyUnderAll(decision: Decision, lastPoorOn: DayByIssuer): Classification[] {
  const { household, review, until } = decision;
  const held = latestReviewed(household.standards.central, review.decidedOn);
  const central = held ? [classifyUnder(held, decision, until.central, lastPoorOn.central)] : [];
  const own = household.standards.own
    .filter((standard) => isInForceWithin(standard, review.decidedOn, until.own))
    .map((standard) => classifyUnder(standard, decision, until.own, lastPoorOn.own));
  const poor = central.filter(everCounts).find(isPoor);
  // Before the province has a standard of its own, it is poor by the central one.
  const poorByOwn = own.length > 0 ? own.filter(everCounts).find(isPoor) : poor;
  if (poor) lastPoorOn.central = poor.until;
  if (poorByOwn) lastPoorOn.own = poorByOwn.until;
  return [...central, ...own].filter(everCounts);
}

/** Of two reviews that were both held before the standard is in force, only the later one ever counts. */
const everCounts = ({ since, until }: Classification): boolean => until === null || since <= until;

function classifyUnder(
  standard: PovertyStandardEntity,
  { household, review, reporting }: Decision,
  until: string | null,
  lastPoorOn: string | null,
): Classification {
  const isReporting = standard === reporting;
  const found = classByFindings(household, review, standard, lastPoorOn);
  const kind = isReporting ? (review.class ?? found) : found;
  const isLimited = kind === "NEWLY_ESCAPED" && lastPoorOn !== null;
  return {
    reviewId: review.id,
    standardId: standard.id,
    isReporting,
    householdId: household.householdId,
    localityId: household.localityId,
    isMinority: household.isMinority,
    class: kind,
    since: countsFrom(review.decidedOn, standard),
    until: isLimited ? earlierOf(until, lastDayAsNewlyEscaped(lastPoorOn)) : until,
  };
}

const classByFindings = (
  { isUrban }: ReviewedHousehold,
  { monthlyIncomePerPerson, deprivations, decidedOn }: DecidedReview,
  standard: PovertyStandardEntity,
  lastPoorOn: string | null,
): HouseholdClass =>
  classify(standard, {
    monthlyIncomePerPerson,
    isUrban,
    deprivationCount: countDeprivations(standard, deprivations),
    decidedOn,
    lastPoorOn,
  });

const isPoor = ({ class: kind }: Classification) => kind === "POOR" || kind === "NEAR_POOR";
const dayBefore = (day: string) => addDays(day, -1);
const earlierOf = (day: string | null, other: string) => (day === null ? other : earlier(day, other));
