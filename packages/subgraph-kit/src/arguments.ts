import { BadUserInputError, NotFoundError } from "@an-sinh/server/errors";
import type { LoaderDefinition } from "./batching.js";
import type { RequestContext } from "./context.js";

/**
 * An argument as errors name it: its path, such as "filter.administrativeUnit". It begins the message and stands in
 * `extensions.argument`.
 */
type ArgumentPath = string;

const longestShown = 40;

/** What was sent, short enough for an error message. A value that is not a text or a number is named by its type. */
export function shown(value: unknown): string {
  const text =
    typeof value === "string"
      ? JSON.stringify(value)
      : typeof value === "number"
        ? String(value)
        : typeof value;
  return text.length > longestShown ? `${text.slice(0, longestShown)}…` : text;
}

/** BAD_USER_INPUT: the argument can never have this value. `expected` continues "expected …". */
export const badArgument = (argument: ArgumentPath, expected: string, value: unknown): BadUserInputError =>
  new BadUserInputError(messageOf(argument, expected, value), { extensions: { argument } });

/** NOT_FOUND: nothing on record has this value. `expected` continues "expected …". */
export const unknownArgument = (argument: ArgumentPath, expected: string, value: unknown): NotFoundError =>
  new NotFoundError(messageOf(argument, expected, value), { extensions: { argument } });

const messageOf = (argument: ArgumentPath, expected: string, value: unknown): string =>
  `${argument}: expected ${expected}, but got: ${shown(value)}.`;

/** The text itself. Throws BAD_USER_INPUT for a text without any letter, digit or sign. */
export function filledText(argument: ArgumentPath, text: string): string {
  if (text.trim() !== "") return text;
  throw badArgument(
    argument,
    "a text that is not empty; leave the argument out, or send null, to mean any",
    text,
  );
}

/** Throws BAD_USER_INPUT for the first empty text among the fields of a filter. Null and absent mean any. */
export function refuseEmptyTexts(filter: object, argument: ArgumentPath = "filter"): void {
  for (const [name, value] of Object.entries(filter)) {
    const path = `${argument}.${name}`;
    const texts: unknown[] = Array.isArray(value) ? value : [value];
    for (const text of texts) if (typeof text === "string") filledText(path, text);
  }
}

/** What an argument refers to. Throws BAD_USER_INPUT for an empty text, and NOT_FOUND where there is no such thing. */
export async function getReferred<Value>(
  context: RequestContext,
  loader: LoaderDefinition<Value | null>,
  {
    argument,
    value,
    noun,
  }: { readonly argument: ArgumentPath; readonly value: string; readonly noun: string },
): Promise<Value> {
  const found = await context.load(loader, filledText(argument, value));
  if (found !== null) return found;
  throw unknownArgument(argument, noun, value);
}
