import { defineLoader, groupByKey, type LoaderDefinition } from "@an-sinh/subgraph-kit/batching";
import { toNumber } from "@an-sinh/subgraph-kit/sums";
import { balancesIn, readUnitBalances, type UnitBalanceRow } from "./balance-query.js";
import type { BalanceScope } from "./balance-total.entity.js";
import type { OwedPart } from "./owed-parts.js";

/** Declares what is owed in each unit by these scopes: one statement, however many units. */
export const owedBy = (
  scopes: readonly BalanceScope[],
): LoaderDefinition<OwedPart[], { readonly year: number }> =>
  defineLoader(async (unitIds, context, { year }) => {
    const rows = await readUnitBalances(context, unitIds, { year, scopes });
    return groupByKey(unitIds, rows, ({ unitId }) => unitId).map((ofUnit) => ofUnit.map(toOwedPart));
  });

const toOwedPart = (row: UnitBalanceRow<BalanceScope>): OwedPart => ({
  scope: row.scope,
  part: row.part,
  borrowers: toNumber(row.borrowers),
  ...balancesIn(row),
});
