import type { Choice } from "../catalog/catalog.types.js";
import type { Locale } from "../texts/locale.js";

const day = /\b\d{4}-\d{2}-\d{2}\b/g;

/** What tells a choice apart from others of its name. A day in it is the last on which the choice was valid. */
export const choiceNote = ({ note }: Choice, { texts, format, say }: Locale): string =>
  note ? say(note).replaceAll(day, (date) => texts.until(format.day(date))) : "";

/** A choice where there is no other place for its note. */
export const titleWithNote = (choice: Choice, locale: Locale): string =>
  [locale.say(choice.title), choiceNote(choice, locale)].filter((text) => text !== "").join(", ");
