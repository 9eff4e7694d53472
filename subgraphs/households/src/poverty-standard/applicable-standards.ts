import { isInForce, lastDayOf, later } from "@an-sinh/subgraph-kit/calendar";
import type { PovertyStandardEntity } from "./poverty-standard.entity.js";

/** The standards that may apply to a place, whatever the day. */
export interface ApplicableStandards {
  /** Issued by the central government. */
  readonly central: readonly PovertyStandardEntity[];
  /** Issued by the province itself. */
  readonly own: readonly PovertyStandardEntity[];
}

/** Of all standards, those that may apply where these provinces decide. */
export const applicableStandards = (
  all: readonly PovertyStandardEntity[],
  isDecidedBy: (provinceId: string) => boolean,
): ApplicableStandards => ({
  central: all.filter(({ issuedById }) => issuedById === null),
  own: all.filter(({ issuedById }) => issuedById !== null && isDecidedBy(issuedById)),
});

/** The standard that a province reports by on a day: its own if it has one, else the central one. */
export const reportingStandard = (
  { central, own }: ApplicableStandards,
  on: string,
): PovertyStandardEntity | null => [...own, ...central].find((standard) => isInForce(standard, on)) ?? null;

/**
 * The standards that a review decided on a day is held under: the province's own if it has one, and the central one. Of
 * several by one issuer it is the latest, so that a general review may be held in advance. By the first of them the
 * province reports the review.
 */
export const reviewStandards = ({ central, own }: ApplicableStandards, decidedOn: string) =>
  [latestReviewed(own, decidedOn), latestReviewed(central, decidedOn)].filter((found) => found !== null);

/** The one of an issuer's standards that a review decided on a day is held under. Null: none. */
export function latestReviewed(
  standards: readonly PovertyStandardEntity[],
  decidedOn: string,
): PovertyStandardEntity | null {
  let latest: PovertyStandardEntity | null = null;
  for (const standard of standards) {
    const validFrom = reviewedFrom(standard);
    if (!isInForce({ validFrom, validTo: standard.validTo }, decidedOn)) continue;
    if (latest === null || reviewedFrom(latest) <= validFrom) latest = standard;
  }
  return latest;
}

export const reviewedFrom = (standard: PovertyStandardEntity): string =>
  standard.reviewedFrom ?? standard.validFrom;

/** The first day on which what was decided on a day counts under a standard. */
export const countsFrom = (decidedOn: string, { validFrom }: PovertyStandardEntity): string =>
  later(decidedOn, validFrom);

/**
 * The day whose classes count at the end of a year: 31 December, or the standard's first day if the year's review was
 * held under it in advance.
 */
export function yearEnd(year: number, standard: PovertyStandardEntity): string {
  const end = lastDayOf(year);
  return reviewedFrom(standard) <= end ? countsFrom(end, standard) : end;
}

/** Whether a standard is in force on some day of a period. `to` is null: the period has no end. */
export const isInForceWithin = (
  { validFrom, validTo }: PovertyStandardEntity,
  from: string,
  to: string | null,
): boolean => (to === null || validFrom <= to) && (validTo === null || validTo >= from);
