import { byProperty, defineTotals } from "@an-sinh/subgraph-kit/totals/totals";
import { byUnit } from "@an-sinh/territory/by-unit";
import { countBalances } from "../loan-balance/balance.totals.js";
import { LoanYearEndEntity } from "../loan/loan-year-end.entity.js";
import { SavingsGroupTotalEntity, UnitSavingsGroupTotalEntity } from "./savings-group-total.entity.js";
import { TransactionOfficeTotalEntity } from "./transaction-office-total.entity.js";

const whole = () => [{}];

/** The savings-and-credit groups of each unit. */
export const unitSavingsGroupTotals = defineTotals<LoanYearEndEntity, UnitSavingsGroupTotalEntity>({
  entity: UnitSavingsGroupTotalEntity,
  counted: LoanYearEndEntity,
  places: byUnit,
  subject: "householdId",
  version: 1,
  count: (balances, add) =>
    countBalances(
      balances,
      ({ savingsGroupId }) => (savingsGroupId === null ? [] : [{ savingsGroupId }]),
      (addition) => add({ minusOverdue: -addition.overdue, ...addition }),
    ),
});

export const savingsGroupTotals = defineTotals<LoanYearEndEntity, SavingsGroupTotalEntity>({
  entity: SavingsGroupTotalEntity,
  counted: LoanYearEndEntity,
  places: byProperty("savingsGroupId"),
  subject: "householdId",
  version: 1,
  count: (balances, add) => countBalances(balances, whole, add),
});

export const transactionOfficeTotals = defineTotals<LoanYearEndEntity, TransactionOfficeTotalEntity>({
  entity: TransactionOfficeTotalEntity,
  counted: LoanYearEndEntity,
  places: byProperty("transactionOfficeId"),
  subject: "householdId",
  version: 1,
  count: (balances, add) => countBalances(balances, whole, add),
});
