import { defineLoader, groupByKey } from "@an-sinh/subgraph-kit/batching";
import { DebtOfSavingsGroup } from "./debts.type.js";

interface Row {
  unit_id: string;
  savings_group_id: string;
  loans: number | string;
  households: number | string;
  outstanding: number | string;
  overdue: number | string;
}

const marks = (values: readonly unknown[]) => values.map(() => "?").join(", ");

/** The groups of each unit through which most is overdue, the largest amount first; none where nothing is. */
export const overdueGroupsOfUnit = defineLoader<DebtOfSavingsGroup[], { year: number; first: number }>(
  async (unitIds, context, { year, first }) => {
    const rows = await context.statistics<Row>(
      `SELECT ranked.* FROM (
         SELECT debt.*, ROW_NUMBER() OVER (
           PARTITION BY debt.unit_id ORDER BY debt.overdue DESC, debt.savings_group_id) AS position
         FROM (
           SELECT t.unit_id, b.savings_group_id, COUNT(*) AS loans, COUNT(DISTINCT b.household_id) AS households,
             SUM(b.outstanding) AS outstanding, SUM(b.overdue) AS overdue
           FROM territory t JOIN loan_year_end b ON b.locality_id = t.locality_id
           WHERE t.unit_id IN (${marks(unitIds)}) AND b.year = ? AND b.savings_group_id IS NOT NULL
           GROUP BY t.unit_id, b.savings_group_id
           HAVING SUM(b.overdue) > 0
         ) debt
       ) ranked
       WHERE ranked.position <= ?
       ORDER BY ranked.unit_id, ranked.position`,
      [...unitIds, year, first],
    );
    return groupByKey(unitIds, rows, (row) => row.unit_id).map((groups) => groups.map(toDebt));
  },
);

const toDebt = ({ savings_group_id, loans, households, outstanding, overdue }: Row): DebtOfSavingsGroup =>
  Object.assign(new DebtOfSavingsGroup(), {
    savingsGroupId: savings_group_id,
    loans: Number(loans),
    households: Number(households),
    outstanding: Number(outstanding),
    overdue: Number(overdue),
  });
