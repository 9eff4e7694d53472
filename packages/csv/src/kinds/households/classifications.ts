import type { HouseholdClassificationEntity } from "@an-sinh/households/poverty-review/household-classification.entity";
import type { HouseholdClass } from "@an-sinh/households/poverty-review/household-class";
import type { PovertyReviewEntity } from "@an-sinh/households/poverty-review/poverty-review.entity";
import { deprivationsOf } from "@an-sinh/households/poverty-review/deprivation";
import { classify, lastDayAsNewlyEscaped } from "@an-sinh/households/poverty-standard/classify";
import type { PovertyStandardEntity } from "@an-sinh/households/poverty-standard/poverty-standard.entity";
import { dayBefore, earlier, later } from "./calendar.js";

export type Classification = Omit<HouseholdClassificationEntity, "review">;

/** A household and the standards that may apply to it: the central ones and those of its provinces. */
export interface Judged {
  readonly householdId: string;
  readonly localityId: string;
  readonly isUrban: boolean;
  readonly central: readonly PovertyStandardEntity[];
  readonly own: readonly PovertyStandardEntity[];
}

interface Decision {
  readonly review: PovertyReviewEntity;
  readonly decidedOn: string;
  /** The last day before the next decision. */
  readonly until: string | null;
  readonly reporting: PovertyStandardEntity | undefined;
}

/** Until when a household was last poor or near-poor: under the central standards, and under its province's. */
type Memory = Record<"central" | "own", string | null>;

/**
 * The classes that follow from a household's reviews. A review counts until the next one, or until 36 months
 * after the household left the register. Under the standard that the province reports by, the class is the
 * one decided on; under the other it is what the findings give. A province's own standard applies from its
 * first day also to the review before it.
 */
export function classificationsOf(
  household: Judged,
  reviews: readonly PovertyReviewEntity[],
): Classification[] {
  const memory: Memory = { central: null, own: null };
  const decided = reviews
    .flatMap((review) => (review.decidedOn === null ? [] : [{ review, decidedOn: review.decidedOn }]))
    .toSorted((a, b) => (a.decidedOn + a.review.id < b.decidedOn + b.review.id ? -1 : 1));
  return decided.flatMap(({ review, decidedOn }, index) => {
    const reporting = reportingStandard(household, decidedOn);
    const next = decided[index + 1]?.decidedOn;
    const left = memory[household.own.some((standard) => standard === reporting) ? "own" : "central"];
    const until = next ? dayBefore(next) : endOf(review, decidedOn, left);
    return classifyUnderAll(household, { review, decidedOn, until, reporting }, memory);
  });
}

function endOf(review: PovertyReviewEntity, decidedOn: string, lastPoorOn: string | null): string | null {
  return review.class === "NEWLY_ESCAPED" ? lastDayAsNewlyEscaped(lastPoorOn ?? dayBefore(decidedOn)) : null;
}

function reportingStandard({ own, central }: Judged, on: string): PovertyStandardEntity | undefined {
  return (
    own.find((standard) => isInForce(standard, on, on)) ??
    central.find((standard) => isInForce(standard, on, on))
  );
}

function isInForce({ validFrom, validTo }: PovertyStandardEntity, from: string, to: string | null): boolean {
  return (to === null || validFrom <= to) && (validTo === null || validTo >= from);
}

function classifyUnderAll(household: Judged, decision: Decision, memory: Memory): Classification[] {
  const { decidedOn, until } = decision;
  const central = household.central
    .filter((standard) => isInForce(standard, decidedOn, decidedOn))
    .map((standard) => classifyUnder(household, decision, standard, memory.central));
  const own = household.own
    .filter((standard) => isInForce(standard, decidedOn, until))
    .map((standard) => classifyUnder(household, decision, standard, memory.own));
  const isOnRegister = central.some(isPoor);
  if (isOnRegister) memory.central = until;
  if (own.length > 0 ? own.some(isPoor) : isOnRegister) memory.own = until;
  return [...central, ...own];
}

function classifyUnder(
  { householdId, localityId, isUrban }: Judged,
  { review, decidedOn, until, reporting }: Decision,
  standard: PovertyStandardEntity,
  lastPoorOn: string | null,
): Classification {
  const isReporting = standard === reporting;
  const judged = classify(standard, {
    monthlyIncomePerPerson: review.monthlyIncomePerPerson,
    isUrban,
    deprivationCount: deprivationsOf(review.deprivations & standard.countedDeprivations).length,
    decidedOn,
    lastPoorOn,
  });
  const kind: HouseholdClass = isReporting ? review.class : judged;
  const isLimited = kind === "NEWLY_ESCAPED" && lastPoorOn !== null;
  return {
    reviewId: review.id,
    standardId: standard.id,
    isReporting,
    householdId,
    localityId,
    class: kind,
    since: later(decidedOn, standard.validFrom),
    until: isLimited ? earlier(until, lastDayAsNewlyEscaped(lastPoorOn)) : until,
  };
}

const isPoor = ({ class: kind }: Classification) => kind === "POOR" || kind === "NEAR_POOR";
