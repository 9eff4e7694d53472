import { defineLoader, groupByKey, indexByKey } from "@an-sinh/subgraph-kit/batching";
import type { RequestContext } from "@an-sinh/subgraph-kit/context";
import { TerritoryEntity } from "@an-sinh/territory/territory.entity";
import type { SelectQueryBuilder } from "typeorm";
import { LoanYearEndEntity } from "../loan/loan-year-end.entity.js";
import { Debt } from "./debts.type.js";

interface OfYear {
  readonly year: number;
}

interface Row {
  key: string;
  /** What the debts are grouped by. Null: none, such as no group. */
  part: string | null;
  loans: number | string;
  households: number | string;
  outstanding: number | string;
  overdue: number | string;
}

/** The debts of a unit that have one thing in common. */
export interface DebtPart {
  readonly part: string | null;
  readonly debt: Debt;
}

/** The columns of a year-end balance by which the debts of a unit are told apart. */
export type DebtDimension = "status" | "entrustedOrganization" | "transactionOfficeId";

/** Debts of each unit by one column: one statement, however many units. */
export const debtPartsOfUnit = defineLoader<DebtPart[], OfYear & { dimension: DebtDimension }>(
  async (unitIds, context, { year, dimension }) => {
    const rows = await amounts(debtsWithin(context, unitIds, year), "territory.unitId")
      .addSelect(`balance.${dimension}`, "part")
      .addGroupBy(`balance.${dimension}`)
      .orderBy(`balance.${dimension}`)
      .getRawMany<Row>();
    return groupByKey(unitIds, rows, ({ key }) => key).map((parts) =>
      parts.map((row) => ({ part: row.part, debt: toDebt(row) })),
    );
  },
);

/** All debts of each unit; zeros where there are none. */
export const debtOfUnit = defineLoader<Debt, OfYear>(async (unitIds, context, { year }) =>
  inOrder(unitIds, await amounts(debtsWithin(context, unitIds, year), "territory.unitId").getRawMany<Row>()),
);

/** The debts of each savings-and-credit group. */
export const debtOfSavingsGroup = debtOf("savingsGroupId");

/** The debts of each transaction office. */
export const debtOfTransactionOffice = debtOf("transactionOfficeId");

function debtOf(owner: "savingsGroupId" | "transactionOfficeId") {
  return defineLoader<Debt, OfYear>(async (ids, context, { year }) => {
    const query = context
      .read(LoanYearEndEntity, "balance")
      .where(`balance.${owner} IN (:...ids)`, { ids })
      .andWhere("balance.year = :year", { year });
    return inOrder(ids, await amounts(query, `balance.${owner}`).getRawMany<Row>());
  });
}

/** A loan of a commercial bank has no transaction office. */
function debtsWithin(context: RequestContext, unitIds: readonly string[], year: number) {
  return context
    .read(LoanYearEndEntity, "balance")
    .innerJoin(TerritoryEntity, "territory", "territory.localityId = balance.localityId")
    .where("territory.unitId IN (:...unitIds)", { unitIds })
    .andWhere("balance.year = :year", { year })
    .andWhere("balance.transactionOfficeId IS NOT NULL");
}

function amounts(query: SelectQueryBuilder<LoanYearEndEntity>, key: string) {
  return query
    .select(key, "key")
    .addSelect("COUNT(*)", "loans")
    .addSelect("COUNT(DISTINCT balance.householdId)", "households")
    .addSelect("SUM(balance.outstanding)", "outstanding")
    .addSelect("SUM(balance.overdue)", "overdue")
    .groupBy(key);
}

function inOrder(keys: readonly string[], rows: readonly Row[]): Debt[] {
  return indexByKey(keys, rows, ({ key }) => key).map((row) => (row ? toDebt(row) : new Debt()));
}

const toDebt = ({ loans, households, outstanding, overdue }: Row): Debt =>
  Object.assign(new Debt(), {
    loans: Number(loans),
    households: Number(households),
    outstanding: Number(outstanding),
    overdue: Number(overdue),
  });
