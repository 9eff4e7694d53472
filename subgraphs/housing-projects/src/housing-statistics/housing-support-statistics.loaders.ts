import { defineLoader, groupByKey } from "@an-sinh/subgraph-kit/batching";
import type { YearArgs } from "@an-sinh/subgraph-kit/period-args";
import { toNumber, type Sum } from "@an-sinh/subgraph-kit/sums";
import type { ConstructionKind } from "../construction-kind/construction-kind.enums.js";
import type { HousingSupportProgram } from "../housing-support/housing-support.enums.js";
import { SupportTotalEntity } from "../housing-support/support-total.entity.js";

/** The supports of one program and kind. */
export interface SupportKind {
  readonly program: HousingSupportProgram;
  readonly kind: ConstructionKind;
}

/** How many supports were completed, and their dong: until 31 December of a year, and during it. */
interface CompletedSupports extends SupportKind {
  readonly houses: number;
  readonly amount: number;
  readonly housesDuringYear: number;
  readonly amountDuringYear: number;
}

interface Row extends SupportKind {
  readonly unitId: string;
  readonly houses: Sum;
  readonly amount: Sum;
  readonly housesDuringYear: Sum;
  readonly amountDuringYear: Sum;
}

/** Completed supports of each unit by program and kind. */
export const completedSupports = defineLoader<CompletedSupports[], YearArgs>(
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
      .getRawMany<Row>();
    return groupByKey(unitIds, rows, (row) => row.unitId).map((ofUnit) => ofUnit.map(withNumbers));
  },
);

const withNumbers = ({ program, kind, ...sums }: Row): CompletedSupports => ({
  program,
  kind,
  houses: toNumber(sums.houses),
  amount: toNumber(sums.amount),
  housesDuringYear: toNumber(sums.housesDuringYear),
  amountDuringYear: toNumber(sums.amountDuringYear),
});
