import { defineLoader, groupByKey } from "@an-sinh/subgraph-kit/batching";
import type { YearArgs } from "@an-sinh/subgraph-kit/period-args";
import { toNumber, type Sum } from "@an-sinh/subgraph-kit/sums";
import type { ConstructionKind } from "../construction-kind/construction-kind.enums.js";
import type { HousingSupportProgram } from "../housing-support/housing-support.enums.js";
import { SupportTotalEntity } from "../housing-support/support-total.entity.js";
import type { HousingSupportStatistics } from "./housing-statistics.type.js";

interface Row {
  readonly unitId: string;
  readonly program: HousingSupportProgram;
  readonly kind: ConstructionKind;
  readonly houses: Sum;
  readonly amount: Sum;
  readonly housesDuringYear: Sum;
  readonly amountDuringYear: Sum;
}

/** Completed supports of each unit by program and kind. */
export const supportStatistics = defineLoader<HousingSupportStatistics[], YearArgs>(
  async (unitIds, context, { year }) => {
    const rows = await context
      .statistics(SupportTotalEntity, "total")
      .select("total.unitId", "unitId")
      .addSelect("total.program", "program")
      .addSelect("total.kind", "kind")
      .addSelect("SUM(total.houses)", "houses")
      .addSelect("SUM(total.amount)", "amount")
      .addSelect("SUM(CASE WHEN total.year = :year THEN total.houses ELSE 0 END)", "housesDuringYear")
      .addSelect("SUM(CASE WHEN total.year = :year THEN total.amount ELSE 0 END)", "amountDuringYear")
      .where("total.unitId IN (:...unitIds)", { unitIds })
      .andWhere("total.year <= :year", { year })
      .groupBy("total.unitId")
      .addGroupBy("total.program")
      .addGroupBy("total.kind")
      .orderBy("total.unitId")
      .addOrderBy("total.program")
      .addOrderBy("total.kind")
      .getRawMany<Row>();
    return groupByKey(unitIds, rows, (row) => row.unitId).map((ofUnit) =>
      ofUnit.map((row) => withNumbers(row, year)),
    );
  },
);

function withNumbers({ unitId, program, kind, ...sums }: Row, year: number): HousingSupportStatistics {
  return {
    unitId,
    year,
    program,
    kind,
    houses: toNumber(sums.houses),
    amount: toNumber(sums.amount),
    housesDuringYear: toNumber(sums.housesDuringYear),
    amountDuringYear: toNumber(sums.amountDuringYear),
  };
}
