import type { RequestContext } from "@an-sinh/subgraph-kit/context";
import { isSmall } from "@an-sinh/territory/small-cells/cells";
import { unitLattice } from "@an-sinh/territory/small-cells/unit-lattice";
import { maySeeAll, withheldCells } from "@an-sinh/territory/small-cells/withheld-cells";
import { balanceCells, owedCell } from "../loan-balance/balance.cells.js";
import { shownOwed } from "../loan-balance/owed-parts.js";
import type { TransactionOfficeEntity } from "../transaction-office/transaction-office.entity.js";
import { debtOfTransactionOffice } from "./debts.loaders.js";
import { toDebt, type Debt } from "./debts.type.js";

/** What is owed on the loans of an office on 31 December of a year, as the caller may see it. */
export async function debtOfOffice(
  context: RequestContext,
  { id, administrativeUnitId }: Pick<TransactionOfficeEntity, "id" | "administrativeUnitId">,
  year: number,
): Promise<Debt> {
  const [owed, withheld] = await Promise.all([
    context.load(debtOfTransactionOffice, id, { year }),
    withheldAround(context, administrativeUnitId, year),
  ]);
  if (!withheld) return toDebt(owed);
  const cell = owedCell("OFFICE", id);
  const small = [owed.loans, owed.households].some(isSmall) ? [cell] : [];
  return toDebt(shownOwed(owed, new Set([...withheld, ...small]), { scope: "OFFICE", part: id }));
}

/**
 * The cells that the province around a unit withholds. All loans of an office lie in one province, whose debts by office
 * say the same as the office does. Null: the caller may see all of the unit.
 */
async function withheldAround(
  context: RequestContext,
  unitId: string,
  year: number,
): Promise<ReadonlySet<string> | null> {
  if (await maySeeAll(context, balanceCells, unitId)) return null;
  const province = (await unitLattice(context)).largestOf(unitId);
  return province === undefined ? new Set() : withheldCells(context, balanceCells, province, { year });
}
