import { randomUUID } from "node:crypto";
import { ExactNumber, survivesParsing } from "./exact-number.js";

/** Begins a string that stands for a number while a text is parsed or written. No other text contains it. */
const mark = randomUUID();
const markedNumbers = new RegExp(`"${mark}([^"]+)"`, "g");
const stringsAndNumbers = /"(?:[^"\\]+|\\.)*"|-?\d[\d.]*(?:[eE][-+]?\d+)?/g;

/**
 * Parses JSON like `JSON.parse`, but a number that a JavaScript number cannot hold becomes an `ExactNumber`. Throws
 * where the text is no JSON.
 */
export function parseExactJson(text: string): unknown {
  const value: unknown = JSON.parse(text);
  if (!mayHoldExactNumbers(text)) return value;
  let isChanged = false;
  const marked = text.replace(stringsAndNumbers, (token) => {
    if (token.startsWith('"') || survivesParsing(token)) return token;
    isChanged = true;
    return `"${mark}${token}"`;
  });
  return isChanged ? JSON.parse(marked, toExactNumber) : value;
}

function toExactNumber(_key: string, value: unknown): unknown {
  return typeof value === "string" && value.startsWith(mark)
    ? new ExactNumber(value.slice(mark.length))
    : value;
}

/** Writes a value like `JSON.stringify`, with every `ExactNumber` in it as it was. What has no text becomes null. */
export function toJsonText(value: unknown): string {
  const { roundings } = ExactNumber;
  const text = JSON.stringify(value) as string | undefined;
  if (text === undefined) return "null";
  return ExactNumber.roundings === roundings ? text : writeExactNumbers(value);
}

function writeExactNumbers(value: unknown): string {
  const marked = JSON.stringify(value, function (this: Record<string, unknown>, key, plain: unknown) {
    const given = this[key];
    return given instanceof ExactNumber ? mark + given.text : plain;
  });
  return marked.replace(markedNumbers, "$1");
}

const longestHeld = 15;
const largeExponent = /\d[eE][-+\d]\d\d/;

/**
 * Whether a text may hold a number that parsing changes: one of more than 15 digits, or with an exponent of 3 digits.
 * May be wrong about a text that holds such a number in a string. It is called for every response, so it looks at every
 * 16th character first.
 */
function mayHoldExactNumbers(text: string): boolean {
  for (let at = longestHeld; at < text.length; at += longestHeld + 1) {
    if (!isDigitOrPoint(text, at)) continue;
    const [first, end] = runAround(text, at);
    // A string that begins with digits is more likely than one that holds them after a comma or a colon.
    if (end - first > longestHeld && text[first - 1] !== '"' && !survives(text.slice(first, end)))
      return true;
  }
  return largeExponent.test(text);
}

/** Most numbers were written by a program that writes them as JavaScript does. */
function survives(text: string): boolean {
  return String(Number(text)) === text || survivesParsing(text);
}

/** The start and the end of the digits around a position. */
function runAround(text: string, at: number): readonly [number, number] {
  let [first, end] = [at, at + 1];
  while (isDigitOrPoint(text, first - 1)) first -= 1;
  while (isDigitOrPoint(text, end)) end += 1;
  return [first, end];
}

function isDigitOrPoint(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return (code >= 48 && code <= 57) || code === 46;
}
