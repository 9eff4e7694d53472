import type { RequestContext } from "@an-sinh/subgraph-kit/context";
import { withheldCells } from "@an-sinh/territory/small-cells/withheld-cells";
import { fundingTotals } from "./funding-totals.loaders.js";
import type { FundingTotal, HousingSupportStatistics } from "./housing-statistics.type.js";
import { sourcesCell, supportCells } from "./support.cells.js";

/**
 * What each source paid of the supports of a program and kind, the largest amount first. What was paid during the year is
 * withheld with what was paid by the end of this year or of the year before. Null: withheld.
 */
export async function sourcesOf(
  context: RequestContext,
  { unitId, year, program, kind, houses, housesDuringYear }: HousingSupportStatistics,
): Promise<FundingTotal[] | null> {
  const [totals, withheld, withheldBefore] = await Promise.all([
    context.load(fundingTotals, unitId, { year }),
    withheldCells(context, supportCells, unitId, { year }),
    withheldCells(context, supportCells, unitId, { year: year - 1 }),
  ]);
  const cell = sourcesCell({ program, kind });
  if (houses === null || withheld.has(cell)) return null;
  const isYearWithheld = housesDuringYear === null || withheldBefore.has(cell);
  return totals
    .filter((total) => total.program === program && total.kind === kind)
    .map((total) => (isYearWithheld ? { ...total, amountDuringYear: null } : total));
}
