import { defineLoader, groupByKey } from "@an-sinh/subgraph-kit/batching";
import { containedUnits, type Period, type Sum } from "../reporting/contained-units.js";
import type { FundYear } from "./fund.type.js";

/** Each unit's years, the first first. */
export const fundYearsOfUnit = defineLoader<FundYear[], Period>(
  async (unitIds, context, { fromYear, toYear }) => {
    const rows = await context.statistics<{ unit_id: string; year: number; received: Sum; spent: Sum }>(
      `${containedUnits(unitIds)}
       SELECT c.unit_id, f.year, SUM(f.received) AS received, SUM(f.spent) AS spent
       FROM contained c JOIN fund_for_the_poor_year f ON f.unit_id = c.part_id AND f.year BETWEEN ? AND ?
       GROUP BY c.unit_id, f.year
       ORDER BY c.unit_id, f.year`,
      [...unitIds, fromYear, toYear],
    );
    return groupByKey(unitIds, rows, (row) => row.unit_id).map((ofUnit) =>
      ofUnit.map(({ year, received, spent }) => ({
        year,
        received: Number(received),
        spent: Number(spent),
      })),
    );
  },
);
