import { defineLoader, groupByKey } from "@an-sinh/subgraph-kit/batching";
import type { Period } from "@an-sinh/subgraph-kit/period-args";
import { toNumber, type Sum } from "@an-sinh/subgraph-kit/sums";
import { groupByContainingUnit } from "../reporting/group-by-containing-unit.js";
import { FundYearEntity } from "./fund-year.entity.js";
import type { FundYear } from "./fund.type.js";

/** Each unit's years of a period, the earliest first. */
export const fundYearsOfUnit = defineLoader<FundYear[], Period>(
  async (unitIds, context, { fromYear, toYear }) => {
    const rows = await groupByContainingUnit(context.statistics(FundYearEntity, "fund"), "fund", unitIds)
      .addSelect("fund.year", "year")
      .addSelect("SUM(fund.received)", "received")
      .addSelect("SUM(fund.spent)", "spent")
      .where("fund.year BETWEEN :fromYear AND :toYear", { fromYear, toYear })
      .addGroupBy("fund.year")
      .orderBy("fund.year")
      .getRawMany<{ unitId: string; year: number; received: Sum; spent: Sum }>();
    return groupByKey(unitIds, rows, ({ unitId }) => unitId).map((ofUnit) =>
      ofUnit.map(({ year, received, spent }) => ({
        year,
        received: toNumber(received),
        spent: toNumber(spent),
      })),
    );
  },
);
