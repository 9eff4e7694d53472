import { groupBy } from "@an-sinh/subgraph-kit/group-by";
import type { YearArgs } from "@an-sinh/subgraph-kit/period-args";
import { isSmall, type Cell } from "@an-sinh/territory/small-cells/cells";
import { unitLattice } from "@an-sinh/territory/small-cells/unit-lattice";
import { defineCells } from "@an-sinh/territory/small-cells/withheld-cells";
import { fundingByYear, type FundedKind } from "./funding-totals.loaders.js";
import { supportsByYear, type SupportKind } from "./housing-support-statistics.loaders.js";

export const supportCell = ({ program, kind }: SupportKind): string => `${program} ${kind}`;
export const fundingCell = ({ source, ...supported }: FundedKind): string =>
  `${supportCell(supported)} ${source}`;

/** How many supports were completed in a unit and year. */
interface YearCount {
  readonly unitId: string;
  readonly year: number;
  readonly cell: Omit<Cell, "unitId" | "counts">;
  readonly supports: number;
}

/**
 * The supports of a program and kind, and of each source that paid for them, that were completed until the end of a year.
 * They are withheld too if the last year that added some added few: so between any two years that are shown, none or at
 * least 5 were completed.
 */
export const supportCells = defineCells<YearArgs>({
  scope: "housing:read",
  read: async (context, unitIds, { year }) => {
    const [lattice, supports, funding] = await Promise.all([
      unitLattice(context),
      context.loadAll(supportsByYear, unitIds),
      context.loadAll(fundingByYear, unitIds),
    ]);
    const counts: readonly YearCount[] = [
      ...supports.flat().map((total) => ({
        ...total,
        supports: total.houses,
        cell: { cell: supportCell(total) },
      })),
      ...funding.flat().map((total) => ({
        ...total,
        cell: { cell: fundingCell(total), partOf: { cell: supportCell(total), by: "source" } },
      })),
    ];
    const known = counts.filter((count) => count.year <= year);
    return [...groupBy(known, ({ unitId }) => lattice.tiedTo(unitId)).values()].flatMap((tied) =>
      [...groupBy(tied, ({ cell }) => cell.cell).values()].flatMap(cellsOf),
    );
  },
});

/**
 * One cell in units that are tied to each other. A year in which none of them completed any counts as the one before, of
 * which it would tell more if other units were withheld.
 */
function cellsOf(counts: readonly YearCount[]): Cell[] {
  const lastYear = counts.reduce((last, { year }) => Math.max(last, year), 0);
  return [...groupBy(counts, ({ unitId }) => unitId)].flatMap(([unitId, ofUnit]) => {
    const last = ofUnit.at(-1);
    if (!last) return [];
    const all = ofUnit.reduce((sum, { supports }) => sum + supports, 0);
    const added = last.year === lastYear ? last.supports : 0;
    return { ...last.cell, unitId, counts: [all, added, isSmall(last.supports) ? last.supports : 0] };
  });
}
