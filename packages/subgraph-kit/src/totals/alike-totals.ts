import { groupBy } from "../group-by.js";
import type { Totals } from "./totals.js";

/** Totals that count the same rows together, and read the same of them. */
export interface AlikeTotals {
  readonly counted: Totals["counted"];
  readonly subject: string | undefined;
  /** The properties of the rows, besides their key, that decide what the totals count. Undefined: any. */
  readonly reads: readonly string[] | undefined;
  readonly totals: readonly Totals[];
}

/** Divides totals, so that rows are read once for all that are alike. */
export const alikeIn = (totals: readonly Totals[]): readonly AlikeTotals[] =>
  [...groupBy(totals, (each) => each.counted)].flatMap(([counted, ofTable]) =>
    [...groupBy(ofTable, (each) => each.reads).values()].flatMap((reading) =>
      [...groupBy(reading, (each) => each.subject)].map(([subject, alike]) => ({
        counted,
        subject,
        reads: readsOf(alike),
        totals: alike,
      })),
    ),
  );

function readsOf(alike: readonly Totals[]): readonly string[] | undefined {
  const [first] = alike;
  if (!first?.reads) return undefined;
  const places = alike.map((each) => each.places.property);
  return [...new Set([...first.reads, ...places, ...(first.subject === undefined ? [] : [first.subject])])];
}
