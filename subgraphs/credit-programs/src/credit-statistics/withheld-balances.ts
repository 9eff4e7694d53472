import type { RequestContext } from "@an-sinh/subgraph-kit/context";
import { withheldCells } from "@an-sinh/territory/small-cells/withheld-cells";
import { commercialPrograms } from "../credit-program/credit-program.loaders.js";
import { allBuyers } from "../housing-package/buyer.cells.js";
import { withheldBuyers } from "../housing-package/withheld-buyers.js";
import { balanceCells, overdueCell, owedCell } from "../loan-balance/balance.cells.js";

/** What is owed in a unit on 31 December that the caller may not see. */
export interface WithheldBalances {
  readonly cells: ReadonlySet<string>;
  /** Whether it is what is outstanding with all lenders together. */
  readonly isOutstanding: boolean;
}

/**
 * All lenders together are the policy bank and the commercial programs: what one of these withholds would follow. What
 * companies owe of the package is shown, so that what buyers owe would follow too.
 */
export async function withheldBalances(
  context: RequestContext,
  unitId: string,
  year: number,
): Promise<WithheldBalances> {
  const [known, buyers] = await Promise.all([
    withheldCells(context, balanceCells, unitId, { year }),
    withheldBuyers(context, unitId, year),
  ]);
  const areBuyersWithheld = buyers.has(allBuyers);
  if (known.size === 0 && !areBuyersWithheld) return { cells: known, isOutstanding: false };
  const commercial = [...(await commercialPrograms(context))];
  const cells = new Set(known);
  for (const cell of [owedCell, overdueCell])
    if (cells.has(cell("DEBT", "")) || commercial.some((program) => cells.has(cell("PROGRAM", program))))
      cells.add(cell("ALL", ""));
  if (areBuyersWithheld) for (const program of commercial) cells.add(owedCell("PROGRAM", program));
  return { cells, isOutstanding: areBuyersWithheld };
}
