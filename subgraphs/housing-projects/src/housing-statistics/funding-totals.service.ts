import type { RequestContext } from "@an-sinh/subgraph-kit/context";
import { withheldCells } from "@an-sinh/territory/small-cells/withheld-cells";
import { FundingSource } from "../housing-support/housing-support.enums.js";
import { fundingTotals } from "./funding-totals.loaders.js";
import type { FundingTotal, HousingSupportStatistics } from "./housing-statistics.type.js";
import { fundingCell, supportCell, supportCells } from "./support.cells.js";

/**
 * What each source paid of the supports of a program and kind, the largest amount first. Those of which it is withheld come
 * last, whether they paid or not. Null: it is withheld how many supports there are.
 */
export async function sourcesOf(
  context: RequestContext,
  { unitId, year, program, kind, houses }: HousingSupportStatistics,
): Promise<FundingTotal[] | null> {
  if (houses === null) return null;
  const [totals, withheld, withheldBefore] = await Promise.all([
    context.load(fundingTotals, unitId, { year }),
    withheldCells(context, supportCells, unitId, { year }),
    withheldCells(context, supportCells, unitId, { year: year - 1 }),
  ]);
  const isWithheldBefore = withheldBefore.has(supportCell({ program, kind }));
  const cellOf = (source: FundingSource) => fundingCell({ program, kind, source });
  const shown = totals
    .filter(
      (total) => total.program === program && total.kind === kind && !withheld.has(cellOf(total.source)),
    )
    .map(({ source, amount, amountDuringYear }) => ({
      source,
      amount,
      amountDuringYear: isWithheldBefore || withheldBefore.has(cellOf(source)) ? null : amountDuringYear,
    }));
  const others = Object.values(FundingSource).filter((source) => withheld.has(cellOf(source)));
  return [...shown, ...others.map((source) => ({ source, amount: null, amountDuringYear: null }))];
}
