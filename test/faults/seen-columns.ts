import type { Seen } from "./client.js";

/** The heads of the columns that say what clients saw. */
export const seenColumns = ["asked", "whole", "the rest", "no data", "wrong", "codes", "slowest ms"];

/** The cells below them. */
export const seenCells = (seen: readonly Seen[]): readonly string[] => [
  String(seen.length),
  ...(["whole", "partial", "none", "wrong"] as const).map((kind) => String(countOf(seen, kind))),
  codesOf(seen).join(", "),
  Math.max(...seen.map(({ milliseconds }) => milliseconds)).toFixed(0),
];

const countOf = (seen: readonly Seen[], kind: Seen["verdict"]["kind"]): number =>
  seen.filter(({ verdict }) => verdict.kind === kind).length;

/** The codes of errors, and the statuses that are not 200. */
const codesOf = (seen: readonly Seen[]): string[] => [
  ...new Set(seen.flatMap(({ codes, status }) => (status === 200 ? codes : [...codes, String(status)]))),
];
