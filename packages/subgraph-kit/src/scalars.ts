import { GraphQLScalarType, Kind } from "graphql";
import { BadUserInputError } from "@an-sinh/server/errors";
import { shown } from "./arguments.js";
import { isDay } from "./calendar.js";
import { scalarForm } from "./federation/scalar-form.js";
import { sumTooLarge } from "./sums.js";

function day(value: unknown): string {
  if (typeof value === "string" && isDay(value)) return value;
  throw new BadUserInputError(`Expected a day that exists, written YYYY-MM-DD, but got: ${shown(value)}.`);
}

/** A day in the calendar, without a time zone. In code it is the same text, YYYY-MM-DD. */
export const DateScalar = new GraphQLScalarType<string, string>({
  name: "Date",
  description: "A day, written YYYY-MM-DD. It has no time zone: it is the day in Viet Nam.",
  // "full-date" there.
  specifiedByURL: "https://www.rfc-editor.org/rfc/rfc3339#section-5.6",
  extensions: scalarForm("date"),
  serialize: day,
  parseValue: day,
  parseLiteral: (node) => day(node.kind === Kind.STRING ? node.value : node),
});

/** Whole dong. 2^53 is about nine million billion dong, far above any budget. */
function dong(value: unknown): number {
  if (typeof value === "number" && Number.isSafeInteger(value)) return value;
  throw new BadUserInputError(`Expected whole dong as an integer up to 2^53, but got: ${shown(value)}.`);
}

/** What a resolver gives. A sum that no number has exactly is an error of its field, and not one of the client. */
function exactDong(value: unknown): number {
  if (typeof value === "number" && Number.isSafeInteger(value)) return value;
  throw sumTooLarge();
}

export const VndScalar = new GraphQLScalarType<number, number>({
  name: "VND",
  description:
    "An amount of money in whole Vietnamese dong: a JSON integer up to 2^53, never a fraction or a text.",
  // The whole numbers that every reader of JSON keeps.
  specifiedByURL: "https://www.rfc-editor.org/rfc/rfc7493#section-2.2",
  extensions: scalarForm("integer"),
  serialize: exactDong,
  parseValue: dong,
  parseLiteral: (node) => dong(node.kind === Kind.INT ? Number(node.value) : node),
});
