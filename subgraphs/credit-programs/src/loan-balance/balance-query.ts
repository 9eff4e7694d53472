import type { RequestContext } from "@an-sinh/subgraph-kit/context";
import type { RowQuery } from "@an-sinh/subgraph-kit/rows/row-query";
import { toNumber, type Sum } from "@an-sinh/subgraph-kit/sums";
import type { BalanceSums } from "./balance-sums.js";
import { BalanceTotalEntity, type BalanceScope } from "./balance-total.entity.js";

/** What is owed, as a raw row has it. */
export type BalanceRow = Readonly<Record<keyof BalanceSums, Sum>>;

/** Adds what is owed to a query of totals whose alias is `total`. */
export const selectBalances = <Total extends BalanceSums>(query: RowQuery<Total>): RowQuery<Total> =>
  query
    .select("total.loans", "loans")
    .addSelect("total.households", "households")
    .addSelect("total.outstanding", "outstanding")
    .addSelect("total.overdue", "overdue");

/** What is owed in a unit by one scope and part. */
export type UnitBalanceRow<Scope> = BalanceRow & {
  readonly unitId: string;
  readonly scope: Scope;
  readonly part: string;
  readonly borrowers: Sum;
  readonly overdueLoans: Sum;
  readonly overdueHouseholds: Sum;
};

/** What is owed in each unit on 31 December by these scopes, in the order of the parts. */
export const readUnitBalances = <Scope extends BalanceScope>(
  context: RequestContext,
  unitIds: readonly string[],
  of: BalancesOf<Scope>,
): Promise<UnitBalanceRow<Scope>[]> => unitBalances(context, unitIds, of).getRawMany<UnitBalanceRow<Scope>>();

/** The same of many units: some ten thousand rows. */
export const readManyBalances = <Scope extends BalanceScope>(
  context: RequestContext,
  unitIds: readonly string[],
  of: BalancesOf<Scope>,
): Promise<UnitBalanceRow<Scope>[]> =>
  context.aside(unitBalances(context, unitIds, of)).getRawMany<UnitBalanceRow<Scope>>();

interface BalancesOf<Scope> {
  readonly year: number;
  readonly scopes: readonly Scope[];
}

const unitBalances = (
  context: RequestContext,
  unitIds: readonly string[],
  { year, scopes }: BalancesOf<BalanceScope>,
): RowQuery<BalanceTotalEntity> =>
  selectBalances(context.statistics(BalanceTotalEntity, "total"))
    .addSelect("total.unitId", "unitId")
    .addSelect("total.scope", "scope")
    .addSelect("total.part", "part")
    .addSelect("total.borrowers", "borrowers")
    .addSelect("total.overdueLoans", "overdueLoans")
    .addSelect("total.overdueHouseholds", "overdueHouseholds")
    .where("total.unitId IN (:...unitIds)", { unitIds })
    .andWhere("total.year = :year", { year })
    .andWhere("total.scope IN (:...scopes)", { scopes })
    .orderBy("total.part");

/** What is owed, as numbers. */
export const balancesIn = ({ loans, households, outstanding, overdue }: BalanceRow): BalanceSums => ({
  loans: toNumber(loans),
  households: toNumber(households),
  outstanding: toNumber(outstanding),
  overdue: toNumber(overdue),
});
