import { defineLoader, indexByKey } from "@an-sinh/subgraph-kit/batching";
import { balancesIn, selectBalances, type BalanceRow } from "../loan-balance/balance-query.js";
import type { BalanceSums } from "../loan-balance/balance-sums.js";
import { owedBy } from "../loan-balance/owed-parts.loaders.js";
import type { BalanceScope } from "../loan-balance/balance-total.entity.js";
import { SavingsGroupTotalEntity } from "./savings-group-total.entity.js";
import { TransactionOfficeTotalEntity } from "./transaction-office-total.entity.js";

interface OfYear {
  readonly year: number;
}

/** The scopes of debts to the policy bank. */
const debtScopes = ["DEBT", "STATUS", "ORGANIZATION", "OFFICE"] as const satisfies readonly BalanceScope[];
export type DebtScope = (typeof debtScopes)[number];

/** Debts of each unit by all scopes. */
export const debtPartsOfUnit = owedBy(debtScopes);

/** The debts of each savings-and-credit group; zeros where there are none. */
export const debtOfSavingsGroup = debtOf(SavingsGroupTotalEntity, "savingsGroupId");

/** The debts of each transaction office; zeros where there are none. */
export const debtOfTransactionOffice = debtOf(TransactionOfficeTotalEntity, "transactionOfficeId");

function debtOf(
  entity: typeof SavingsGroupTotalEntity | typeof TransactionOfficeTotalEntity,
  owner: "savingsGroupId" | "transactionOfficeId",
) {
  return defineLoader<BalanceSums, OfYear>(async (ids, context, { year }) => {
    const rows = await selectBalances(context.statistics<BalanceSums>(entity, "total"))
      .addSelect(`total.${owner}`, "owner")
      .where(`total.${owner} IN (:...ids)`, { ids })
      .andWhere("total.year = :year", { year })
      .getRawMany<BalanceRow & { owner: string }>();
    return indexByKey(ids, rows, (row) => row.owner).map((row) => (row ? balancesIn(row) : nothingOwed));
  });
}

const nothingOwed: BalanceSums = { loans: 0, households: 0, outstanding: 0, overdue: 0 };
