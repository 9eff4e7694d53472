import type { RowQuery } from "@an-sinh/subgraph-kit/rows/row-query";
import { toNumber, type Sum } from "@an-sinh/subgraph-kit/sums";
import type { BalanceSums } from "./balance-sums.js";

/** What is owed, as a raw row has it. */
export type BalanceRow = Readonly<Record<keyof BalanceSums, Sum>>;

/** Adds what is owed to a query of totals whose alias is `total`. */
export const selectBalances = <Total extends BalanceSums>(query: RowQuery<Total>): RowQuery<Total> =>
  query
    .select("total.loans", "loans")
    .addSelect("total.households", "households")
    .addSelect("total.outstanding", "outstanding")
    .addSelect("total.overdue", "overdue");

/** What is owed, as numbers. */
export const balancesIn = ({ loans, households, outstanding, overdue }: BalanceRow): BalanceSums => ({
  loans: toNumber(loans),
  households: toNumber(households),
  outstanding: toNumber(outstanding),
  overdue: toNumber(overdue),
});
