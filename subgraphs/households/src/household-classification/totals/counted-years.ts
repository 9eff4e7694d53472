import { yearOf } from "@an-sinh/subgraph-kit/calendar";
import { yearEnd } from "../../poverty-standard/applicable-standards.js";
import type { PovertyStandardEntity } from "../../poverty-standard/poverty-standard.entity.js";
import type { HouseholdClassificationEntity } from "../household-classification.entity.js";

/** The years at whose end a class counts, all between the two. */
export interface CountedYears {
  readonly from: number;
  /** Null: no end is set. */
  readonly to: number | null;
}

/** Null: the class ends before the end of a year. */
export function countedYears(
  { since, until }: Pick<HouseholdClassificationEntity, "since" | "until">,
  standard: PovertyStandardEntity,
): CountedYears | null {
  let from = yearOf(since);
  while (yearEnd(from - 1, standard) >= since) from -= 1;
  if (until === null) return { from, to: null };
  let to = yearOf(until);
  while (yearEnd(to, standard) > until) to -= 1;
  return from <= to ? { from, to } : null;
}

export const isCountedIn = (year: number, { from, to }: CountedYears): boolean =>
  from <= year && (to === null || to >= year);
