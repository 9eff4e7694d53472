import { defineLoader, groupByKey } from "@an-sinh/subgraph-kit/batching";
import { firstDayOf, lastDayOf } from "@an-sinh/subgraph-kit/calendar";
import type { YearArgs } from "@an-sinh/subgraph-kit/period-args";
import { toNumber, type Sum } from "@an-sinh/subgraph-kit/sums";
import { groupByUnit } from "@an-sinh/territory/group-by-unit";
import type { ConstructionKind } from "../construction-kind/construction-kind.enums.js";
import { HousingSupportEntity } from "../housing-support/housing-support.entity.js";
import type { HousingSupportProgram } from "../housing-support/housing-support.enums.js";
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
    const rows = await groupByUnit(context.statistics(HousingSupportEntity, "support"), "support", unitIds)
      .andWhere("support.completedOn <= :end", { end: lastDayOf(year) })
      .setParameter("start", firstDayOf(year))
      .addSelect("support.program", "program")
      .addSelect("support.kind", "kind")
      .addSelect("COUNT(*)", "houses")
      .addSelect("SUM(support.amount)", "amount")
      .addSelect("SUM(CASE WHEN support.completedOn >= :start THEN 1 ELSE 0 END)", "housesDuringYear")
      .addSelect(
        "SUM(CASE WHEN support.completedOn >= :start THEN support.amount ELSE 0 END)",
        "amountDuringYear",
      )
      .addGroupBy("support.program")
      .addGroupBy("support.kind")
      .orderBy("support.program")
      .addOrderBy("support.kind")
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
