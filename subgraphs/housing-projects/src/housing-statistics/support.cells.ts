import { groupBy } from "@an-sinh/subgraph-kit/group-by";
import type { YearArgs } from "@an-sinh/subgraph-kit/period-args";
import { isSmall, type Cell } from "@an-sinh/territory/small-cells/cells";
import { unitLattice } from "@an-sinh/territory/small-cells/unit-lattice";
import { defineCells } from "@an-sinh/territory/small-cells/withheld-cells";
import type { SupportKind } from "./housing-support-statistics.loaders.js";
import { fundedCounts, supportCounts, type SupportCounts } from "./support-counts.loaders.js";

export const supportCell = ({ program, kind }: SupportKind): string => `${program} ${kind}`;
/** What the sources paid: told of all of them or of none. */
export const sourcesCell = (supports: SupportKind): string => `${supportCell(supports)} sources`;

/** What one number of a cell counts in a unit. */
interface CountOfCell extends SupportCounts {
  readonly cell: string;
  /** Of all supports, or of those for which a source paid. */
  readonly part: string;
}

/**
 * The supports of a program and kind, and of each source that paid for them, that were completed until the end of a year.
 * They are withheld too if the last year that added some added few: so between any two years that are shown, none or at
 * least 5 were completed.
 */
export const supportCells = defineCells<YearArgs>({
  scope: "housing:read",
  read: async (context, unitIds, { year }) => {
    const [lattice, supports, funded] = await Promise.all([
      unitLattice(context),
      context.loadAll(supportCounts, unitIds, { year }),
      context.loadAll(fundedCounts, unitIds, { year }),
    ]);
    const counts: readonly CountOfCell[] = [
      ...supports.flat().map((row) => ({ ...row, cell: supportCell(row), part: "all" })),
      ...funded.flat().map((row) => ({ ...row, cell: sourcesCell(row), part: row.source })),
    ];
    return [...groupBy(counts, ({ unitId }) => lattice.tiedTo(unitId)).values()].flatMap((tied) =>
      [...groupBy(tied, ({ cell }) => cell)].flatMap(([cell, ofCell]) => cellsOf(cell, ofCell)),
    );
  },
});

/**
 * One cell in units that are tied to each other. A year in which none of them completed any counts as the one before, of
 * which it would tell more if other units were withheld.
 */
function cellsOf(cell: string, counts: readonly CountOfCell[]): Cell[] {
  const ofYear = counts.reduce((last, { lastYear }) => Math.max(last, lastYear), 0);
  const parts = [...new Set(counts.map(({ part }) => part))];
  return [...groupBy(counts, ({ unitId }) => unitId)].map(([unitId, ofUnit]) => {
    const numbers = parts.flatMap((part) => {
      const found = ofUnit.find((count) => count.part === part);
      return found ? numbersOf(found, ofYear) : [0, 0, 0];
    });
    return { unitId, cell, counts: numbers };
  });
}

/** All supports, those of the year, and those that were added last if they are few. */
const numbersOf = ({ supports, lastYear, lastAdded }: SupportCounts, year: number): number[] => [
  supports,
  lastYear === year ? lastAdded : 0,
  isSmall(lastAdded) ? lastAdded : 0,
];
