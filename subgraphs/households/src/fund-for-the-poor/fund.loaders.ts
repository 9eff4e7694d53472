import { defineLoader, groupByKey } from "@an-sinh/subgraph-kit/batching";
import type { Period } from "@an-sinh/subgraph-kit/period-args";
import { toNumber, type Sum } from "@an-sinh/subgraph-kit/sums";
import { FundTotalEntity } from "./fund-total.entity.js";
import type { FundYear } from "./fund.type.js";

/** Each unit's years of a period, the earliest first. */
export const fundYearsOfUnit = defineLoader<FundYear[], Period>(
  async (unitIds, context, { fromYear, toYear }) => {
    const rows = await context
      .statistics(FundTotalEntity, "total")
      .select("total.unitId", "unitId")
      .addSelect("total.year", "year")
      .addSelect("total.received", "received")
      .addSelect("total.spent", "spent")
      .where("total.unitId IN (:...unitIds)", { unitIds })
      .andWhere("total.year BETWEEN :fromYear AND :toYear", { fromYear, toYear })
      .orderBy("total.year")
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
