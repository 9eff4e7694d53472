import { defineLoader, groupByKey, indexByKey } from "@an-sinh/subgraph-kit/batching";
import {
  balancesIn,
  readUnitBalances,
  selectBalances,
  type BalanceRow,
} from "../loan-balance/balance-query.js";
import type { BalanceSums } from "../loan-balance/balance-sums.js";
import type { BalanceScope } from "../loan-balance/balance-total.entity.js";
import { Debt } from "./debts.type.js";
import { SavingsGroupTotalEntity } from "./savings-group-total.entity.js";
import { TransactionOfficeTotalEntity } from "./transaction-office-total.entity.js";

interface OfYear {
  readonly year: number;
}

/** The scopes of debts to the policy bank. */
const debtScopes = ["DEBT", "STATUS", "ORGANIZATION", "OFFICE"] as const satisfies readonly BalanceScope[];
export type DebtScope = (typeof debtScopes)[number];

/** The debts of a unit that have one thing in common, such as a status. */
interface DebtPart {
  readonly scope: DebtScope;
  /** What they have in common. Null: they have none, such as no entrusted organization. */
  readonly part: string | null;
  readonly debt: Debt;
}

/** Debts of each unit by all scopes, in the order of the parts: one statement, however many units. */
export const debtPartsOfUnit = defineLoader<DebtPart[], OfYear>(async (unitIds, context, { year }) => {
  const rows = await readUnitBalances(context, unitIds, { year, scopes: debtScopes });
  return groupByKey(unitIds, rows, ({ unitId }) => unitId).map((parts) =>
    parts.map((row) => ({ scope: row.scope, part: row.part || null, debt: toDebt(row) })),
  );
});

/** The debts of each savings-and-credit group; zeros where there are none. */
export const debtOfSavingsGroup = debtOf(SavingsGroupTotalEntity, "savingsGroupId");

/** The debts of each transaction office; zeros where there are none. */
export const debtOfTransactionOffice = debtOf(TransactionOfficeTotalEntity, "transactionOfficeId");

function debtOf(
  entity: typeof SavingsGroupTotalEntity | typeof TransactionOfficeTotalEntity,
  owner: "savingsGroupId" | "transactionOfficeId",
) {
  return defineLoader<Debt, OfYear>(async (ids, context, { year }) => {
    const rows = await selectBalances(context.statistics<BalanceSums>(entity, "total"))
      .addSelect(`total.${owner}`, "owner")
      .where(`total.${owner} IN (:...ids)`, { ids })
      .andWhere("total.year = :year", { year })
      .getRawMany<BalanceRow & { owner: string }>();
    return indexByKey(ids, rows, (row) => row.owner).map((row) => (row ? toDebt(row) : new Debt()));
  });
}

const toDebt = (row: BalanceRow): Debt => Object.assign(new Debt(), balancesIn(row));
