import { markdownTable } from "../bench/tables/markdown-table.js";
import type { Seen } from "./client.js";
import type { FaultResult } from "./run-fault.js";

/** The results as a Markdown table. */
export const faultTable = (results: readonly FaultResult[]): string =>
  markdownTable(
    [
      "fault",
      "asked",
      "whole",
      "the rest",
      "no data",
      "wrong",
      "codes",
      "slowest ms",
      "whole again after ms",
    ],
    results.map(({ name, seen, recoveryMs }) => [
      name,
      String(seen.length),
      ...(["whole", "partial", "none", "wrong"] as const).map((kind) => String(countOf(seen, kind))),
      codesOf(seen).join(", "),
      Math.max(...seen.map(({ milliseconds }) => milliseconds)).toFixed(0),
      recoveryMs === null ? "never" : recoveryMs.toFixed(0),
    ]),
  );

const countOf = (seen: readonly Seen[], kind: Seen["verdict"]["kind"]): number =>
  seen.filter(({ verdict }) => verdict.kind === kind).length;

/** The codes of errors, and the statuses that are not 200. */
const codesOf = (seen: readonly Seen[]): string[] => [
  ...new Set(seen.flatMap(({ codes, status }) => (status === 200 ? codes : [...codes, String(status)]))),
];

/** What must not have happened, in words. */
export const failuresOf = (results: readonly FaultResult[]): string[] =>
  results.flatMap(({ name, seen, recoveryMs }) => [
    ...new Set(
      seen.flatMap(({ verdict }) =>
        verdict.kind === "wrong" ? [`${name}: a wrong answer at ${verdict.place}`] : [],
      ),
    ),
    ...(seen.some(({ verdict }) => verdict.kind === "none")
      ? [`${name}: the other departments' parts are missing`]
      : []),
    ...(recoveryMs === null ? [`${name}: no recovery`] : []),
  ]);
