import { groupBy } from "@an-sinh/subgraph-kit/group-by";
import { isSmall, withheldAfter, type Cell } from "@an-sinh/territory/small-cells/cells";
import { defineCells } from "@an-sinh/territory/small-cells/withheld-cells";
import { readBuyers, type Buyers } from "./buyers-query.js";

/** The cell of all who buy apartments with loans of the package. Companies, to which it lends too, are in no cell. */
export const allBuyers = "all";

/** The cell of those to whom one bank lent. */
export const buyersOf = (bank: string): string => `of ${bank}`;

/** The banks of whose lending something is withheld. */
export const withheldBanks = (withheld: ReadonlySet<string>): string[] =>
  withheldAfter(withheld, buyersOf(""));

/**
 * What was lent to buyers up to 31 December of a year. What was lent during some years is that of the end without that of
 * the beginning: it is withheld where one of both is.
 */
export const buyerCells = defineCells<{ readonly year: number }>({
  scope: "credit:read",
  read: async (context, unitIds, { year }) => {
    const rows = await readBuyers(context, unitIds, year);
    return [...groupBy(rows, ({ unitId }) => unitId).values()].flatMap(cellsOf);
  },
});

/** The cells of one unit. */
export function cellsOf(rows: readonly Buyers[]): Cell[] {
  const [first] = rows;
  if (!first) return [];
  const { unitId } = first;
  const ofBanks = [...groupBy(rows, ({ bank }) => bank)].map(([bank, ofBank]) => ({
    unitId,
    cell: buyersOf(bank),
    partOf: { cell: allBuyers, by: "bank" },
    counts: countsOf(ofBank),
  }));
  return [{ unitId, cell: allBuyers, counts: countsOf(rows) }, ...ofBanks];
}

/**
 * How many loans were paid out until the year, how many of them since the last year of which that is shown, and how many
 * have something outstanding.
 */
function countsOf(rows: readonly Buyers[]): number[] {
  let [all, shown] = [0, 0];
  for (const [, ofYear] of [...groupBy(rows, ({ year }) => year)].toSorted(([a], [b]) => a - b)) {
    all += sum(ofYear, "paidOut");
    if (!isSmall(all - shown)) shown = all;
  }
  return [all, all - shown, sum(rows, "owing")];
}

const sum = (rows: readonly Buyers[], number: "paidOut" | "owing"): number =>
  rows.reduce((total, row) => total + row[number], 0);
