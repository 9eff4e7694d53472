import { defineLoader, groupByKey } from "@an-sinh/subgraph-kit/batching";
import { readUnitBalances } from "../loan-balance/balance-query.js";
import { toOwedPart, type OwedPart } from "../loan-balance/owed-parts.js";

/** What is owed in each unit: to all lenders together, to the policy bank and under each program. */
export const balancesOfUnit = defineLoader<OwedPart[], { readonly year: number }>(
  async (unitIds, context, { year }) => {
    const rows = await readUnitBalances(context, unitIds, { year, scopes: ["ALL", "DEBT", "PROGRAM"] });
    return groupByKey(unitIds, rows, ({ unitId }) => unitId).map((ofUnit) => ofUnit.map(toOwedPart));
  },
);
