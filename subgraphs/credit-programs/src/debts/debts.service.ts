import type { RequestContext } from "@an-sinh/subgraph-kit/context";
import { withheldCells } from "@an-sinh/territory/small-cells/withheld-cells";
import { balanceCells } from "../loan-balance/balance.cells.js";
import { shownParts, shownWhole } from "../loan-balance/owed-parts.js";
import { debtPartsOfUnit, type DebtScope } from "./debts.loaders.js";
import { toDebt, type Debt, type DebtStatistics } from "./debts.type.js";

/** The debts of a unit that have one thing in common, such as a status, as the caller may see them. */
interface DebtPart {
  /** What they have in common. Null: they have none, such as no entrusted organization. */
  readonly part: string | null;
  readonly debt: Debt;
}

/** All debts of a unit together. */
export async function totalDebt(context: RequestContext, unit: DebtStatistics): Promise<Debt> {
  const { parts, withheld } = await readDebts(context, unit);
  return toDebt(shownWhole(parts, withheld, "DEBT"));
}

/** The debts of a unit by one scope, in the order of the parts. */
export async function debtsBy(
  context: RequestContext,
  unit: DebtStatistics,
  scope: Exclude<DebtScope, "DEBT">,
): Promise<DebtPart[]> {
  const { parts, withheld } = await readDebts(context, unit);
  return [...shownParts(parts, withheld, scope)].map(([part, owed]) => ({
    part: part || null,
    debt: toDebt(owed),
  }));
}

async function readDebts(context: RequestContext, { unitId, year }: DebtStatistics) {
  const [parts, withheld] = await Promise.all([
    context.load(debtPartsOfUnit, unitId, { year }),
    withheldCells(context, balanceCells, unitId, { year }),
  ]);
  return { parts, withheld };
}
