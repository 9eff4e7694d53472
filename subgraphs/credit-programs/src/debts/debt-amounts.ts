import { toNumber, type Sum } from "@an-sinh/subgraph-kit/sums";
import type { SelectQueryBuilder } from "typeorm";
import type { LoanYearEndEntity } from "../loan/loan-year-end.entity.js";

/** What is owed, as a raw row has it. */
export type DebtAmounts = Readonly<Record<"loans" | "households" | "outstanding" | "overdue", Sum>>;

/** Adds what is owed to a query of year-end balances whose alias is `balance`. */
export const addDebtAmounts = (
  query: SelectQueryBuilder<LoanYearEndEntity>,
): SelectQueryBuilder<LoanYearEndEntity> =>
  query
    .addSelect("COUNT(*)", "loans")
    .addSelect("COUNT(DISTINCT balance.householdId)", "households")
    .addSelect("SUM(balance.outstanding)", "outstanding")
    .addSelect("SUM(balance.overdue)", "overdue");

/** What is owed, as numbers. */
export const debtAmounts = ({ loans, households, outstanding, overdue }: DebtAmounts) => ({
  loans: toNumber(loans),
  households: toNumber(households),
  outstanding: toNumber(outstanding),
  overdue: toNumber(overdue),
});
