import type { Language } from "./language.js";

/**
 * A text that is made in code, in both languages. GraphQL reads it as the one on record, where a field is asked for no
 * language.
 */
export class Wording {
  constructor(
    readonly EN: string,
    readonly VI: string,
    /** The language in which the department has the text. */
    readonly onRecord: Language = "EN",
  ) {}

  valueOf(): string {
    return this[this.onRecord];
  }

  toString(): string {
    return this.valueOf();
  }
}

/** A day as Vietnamese texts have it: 31/12/2025. */
export const vietnameseDay = (day: string): string => day.split("-").toReversed().join("/");
