import { defineLoader, groupByKey } from "@an-sinh/subgraph-kit/batching";
import { groupByUnit } from "@an-sinh/territory/group-by-unit";
import { LoanYearEndEntity } from "../loan/loan-year-end.entity.js";
import { addDebtAmounts, debtAmounts, type DebtAmounts } from "./debt-amounts.js";
import { DebtOfSavingsGroup } from "./debts.type.js";

type Row = DebtAmounts & { readonly unitId: string; readonly savingsGroupId: string };

/** The groups of each unit through which most is overdue, the largest amount first; none where nothing is. */
export const overdueGroupsOfUnit = defineLoader<DebtOfSavingsGroup[], { year: number; first: number }>(
  async (unitIds, context, { year, first }) => {
    const balances = context.statistics(LoanYearEndEntity, "balance");
    const [ranked, parameters] = addDebtAmounts(groupByUnit(balances, "balance", unitIds))
      .addSelect("balance.savingsGroupId", "savingsGroupId")
      .addSelect(
        "ROW_NUMBER() OVER (PARTITION BY territory.unitId ORDER BY SUM(balance.overdue) DESC, balance.savingsGroupId)",
        "position",
      )
      .andWhere("balance.year = :year", { year })
      .andWhere("balance.savingsGroupId IS NOT NULL")
      .addGroupBy("balance.savingsGroupId")
      .getQueryAndParameters();
    // Rows can be left out by their position only in a query around the one that numbers them. That query leaves out
    // groups without overdue debt too: MariaDB 10.11 gives no rows at all for HAVING beside COUNT(DISTINCT …) and
    // ROW_NUMBER(). On MariaDB test/debts.test.ts fails with such a HAVING.
    const rows = await context.statistics<Row>(
      `SELECT ranked.* FROM (${ranked}) ranked WHERE ranked.position <= ? AND ranked.overdue > 0
       ORDER BY ranked.unitId, ranked.position`,
      [...parameters, first],
    );
    return groupByKey(unitIds, rows, ({ unitId }) => unitId).map((groups) => groups.map(toDebt));
  },
);

const toDebt = ({ savingsGroupId, ...amounts }: Row): DebtOfSavingsGroup =>
  Object.assign(new DebtOfSavingsGroup(), { savingsGroupId, ...debtAmounts(amounts) });
