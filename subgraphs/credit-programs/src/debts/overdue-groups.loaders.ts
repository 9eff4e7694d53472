import { defineLoader, groupByKey } from "@an-sinh/subgraph-kit/batching";
import type { RequestContext } from "@an-sinh/subgraph-kit/context";
import { balancesIn, selectBalances, type BalanceRow } from "../loan-balance/balance-query.js";
import { DebtOfSavingsGroup } from "./debts.type.js";
import { UnitSavingsGroupTotalEntity } from "./savings-group-total.entity.js";

interface MostOverdue {
  readonly year: number;
  readonly first: number;
}

type Row = BalanceRow & { readonly unitId: string; readonly savingsGroupId: string };

/** SQLite joins at most 500 queries by UNION. */
const unitsPerStatement = 400;

/**
 * The groups of each unit, of those that the caller may see, through which most is overdue, the largest amount first;
 * none where nothing is.
 */
export const overdueGroupsOfUnit = defineLoader<DebtOfSavingsGroup[], MostOverdue>(
  async (unitIds, context, mostOverdue) => {
    const rows: Row[] = [];
    for (let start = 0; start < unitIds.length; start += unitsPerStatement)
      rows.push(
        ...(await readMostOverdue(context, unitIds.slice(start, start + unitsPerStatement), mostOverdue)),
      );
    return groupByKey(unitIds, rows, ({ unitId }) => unitId).map((groups) => groups.map(toDebt));
  },
);

/** The same query for each unit, which reads no more of the index than it gives. Together they are one statement. */
function readMostOverdue(
  context: RequestContext,
  unitIds: readonly string[],
  { year, first }: MostOverdue,
): Promise<Row[]> {
  const { sql, values } = selectBalances(context.read(UnitSavingsGroupTotalEntity, "total"))
    .addSelect("total.unitId", "unitId")
    .addSelect("total.savingsGroupId", "savingsGroupId")
    .where("total.unitId = :unitId", { unitId: "" })
    .andWhere("total.year = :year AND total.minusOverdue < 0", { year })
    .orderBy("total.minusOverdue")
    .addOrderBy("total.savingsGroupId")
    .limit(first)
    .statement();
  return context.statisticsBySql<Row>({
    sql: unitIds.map((_, index) => `SELECT * FROM (${sql}) unit${index}`).join(" UNION ALL "),
    values: unitIds.flatMap((unitId) => [unitId, ...values.slice(1)]),
  });
}

const toDebt = ({ savingsGroupId, ...balances }: Row): DebtOfSavingsGroup =>
  Object.assign(new DebtOfSavingsGroup(), { savingsGroupId, ...balancesIn(balances) });
