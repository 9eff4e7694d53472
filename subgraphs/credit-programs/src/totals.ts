import type { Totals } from "@an-sinh/subgraph-kit/totals/totals";
import { lendingTotals } from "./credit-statistics/lending.totals.js";
import { savingsGroupTotals, transactionOfficeTotals, unitSavingsGroupTotals } from "./debts/debt.totals.js";
import { packageBalanceTotals, packageTotals } from "./housing-package/package.totals.js";
import { balanceTotals } from "./loan-balance/balance.totals.js";
import { financingTotals } from "./project-financing/financing.totals.js";

/** What is kept beside loans and their balances for the department's statistics. */
export const creditTotals: readonly Totals[] = [
  ...balanceTotals,
  ...unitSavingsGroupTotals,
  ...savingsGroupTotals,
  ...transactionOfficeTotals,
  packageBalanceTotals,
  ...lendingTotals,
  packageTotals,
  financingTotals,
];
