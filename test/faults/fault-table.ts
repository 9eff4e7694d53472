import { markdownTable } from "../bench/tables/markdown-table.js";
import type { FaultResult } from "./run-fault.js";
import { seenCells, seenColumns } from "./seen-columns.js";

/** The results as a Markdown table. */
export const faultTable = (results: readonly FaultResult[]): string =>
  markdownTable(
    ["fault", ...seenColumns, "whole again after ms"],
    results.map(({ name, seen, recoveryMs }) => [
      name,
      ...seenCells(seen),
      recoveryMs === null ? "never" : recoveryMs.toFixed(0),
    ]),
  );

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
