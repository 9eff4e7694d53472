import { isInForce } from "@an-sinh/subgraph-kit/calendar";
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

/** Whether a standard is in force on some day of a period. `to` is null: the period has no end. */
export const isInForceWithin = (
  { validFrom, validTo }: PovertyStandardEntity,
  from: string,
  to: string | null,
): boolean => (to === null || validFrom <= to) && (validTo === null || validTo >= from);
