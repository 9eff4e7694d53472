import { defineLoader, groupByKey, indexByKey } from "@an-sinh/subgraph-kit/batching";
import type { RequestContext } from "@an-sinh/subgraph-kit/context";
import { groupByUnit } from "@an-sinh/territory/group-by-unit";
import type { SelectQueryBuilder } from "typeorm";
import { LoanYearEndEntity } from "../loan/loan-year-end.entity.js";
import { addDebtAmounts, debtAmounts, type DebtAmounts } from "./debt-amounts.js";
import { Debt } from "./debts.type.js";

interface OfYear {
  readonly year: number;
}

/** The debts of a unit that have one thing in common, such as a status. */
interface DebtPart {
  /** What they have in common. Null: they have none, such as no entrusted organization. */
  readonly part: string | null;
  readonly debt: Debt;
}

/** The columns of a year-end balance by which the debts of a unit are told apart. */
export type DebtDimension = "status" | "entrustedOrganization" | "transactionOfficeId";

/** Debts of each unit by one column: one statement, however many units. */
export const debtPartsOfUnit = defineLoader<DebtPart[], OfYear & { readonly dimension: DebtDimension }>(
  async (unitIds, context, { year, dimension }) => {
    const rows = await addDebtAmounts(debtsWithin(context, unitIds, year))
      .addSelect(`balance.${dimension}`, "part")
      .addGroupBy(`balance.${dimension}`)
      .orderBy(`balance.${dimension}`)
      .getRawMany<DebtAmounts & { unitId: string; part: string | null }>();
    return groupByKey(unitIds, rows, ({ unitId }) => unitId).map((parts) =>
      parts.map((row) => ({ part: row.part, debt: toDebt(row) })),
    );
  },
);

/** All debts of each unit; zeros where there are none. */
export const debtOfUnit = defineLoader<Debt, OfYear>(async (unitIds, context, { year }) => {
  const rows = await addDebtAmounts(debtsWithin(context, unitIds, year)).getRawMany<
    DebtAmounts & { unitId: string }
  >();
  return indexByKey(unitIds, rows, ({ unitId }) => unitId).map(toDebt);
});

/** The debts of each savings-and-credit group; zeros where there are none. */
export const debtOfSavingsGroup = debtOf("savingsGroupId");

/** The debts of each transaction office; zeros where there are none. */
export const debtOfTransactionOffice = debtOf("transactionOfficeId");

function debtOf(owner: "savingsGroupId" | "transactionOfficeId") {
  return defineLoader<Debt, OfYear>(async (ids, context, { year }) => {
    const query = context
      .statistics(LoanYearEndEntity, "balance")
      .select(`balance.${owner}`, "owner")
      .where(`balance.${owner} IN (:...ids)`, { ids })
      .andWhere("balance.year = :year", { year })
      .groupBy(`balance.${owner}`);
    const rows = await addDebtAmounts(query).getRawMany<DebtAmounts & { owner: string }>();
    return indexByKey(ids, rows, (row) => row.owner).map(toDebt);
  });
}

/** A loan without a transaction office is one of a commercial bank. */
function debtsWithin(
  context: RequestContext,
  unitIds: readonly string[],
  year: number,
): SelectQueryBuilder<LoanYearEndEntity> {
  return groupByUnit(context.statistics(LoanYearEndEntity, "balance"), "balance", unitIds)
    .andWhere("balance.year = :year", { year })
    .andWhere("balance.transactionOfficeId IS NOT NULL");
}

const toDebt = (row: DebtAmounts | null): Debt =>
  row ? Object.assign(new Debt(), debtAmounts(row)) : new Debt();
