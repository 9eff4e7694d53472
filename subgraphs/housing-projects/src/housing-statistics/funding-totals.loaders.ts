import { defineLoader, groupByKey } from "@an-sinh/subgraph-kit/batching";
import type { YearArgs } from "@an-sinh/subgraph-kit/period-args";
import { toNumber, type Sum } from "@an-sinh/subgraph-kit/sums";
import type { ConstructionKind } from "../construction-kind/construction-kind.enums.js";
import { FundingTotalEntity } from "../housing-support/funding-total.entity.js";
import type { FundingSource, HousingSupportProgram } from "../housing-support/housing-support.enums.js";
import type { FundingTotal } from "./housing-statistics.type.js";

/** What a source paid of the supports of one program and kind. */
interface FundingTotalOfKind extends FundingTotal {
  readonly program: HousingSupportProgram;
  readonly kind: ConstructionKind;
}

interface Row {
  readonly unitId: string;
  readonly program: HousingSupportProgram;
  readonly kind: ConstructionKind;
  readonly source: FundingSource;
  readonly amount: Sum;
  readonly amountDuringYear: Sum;
}

/** What each source paid of each unit's completed supports, by program and kind, the largest amount first. */
export const fundingTotals = defineLoader<FundingTotalOfKind[], YearArgs>(
  async (unitIds, context, { year }) => {
    const rows = await context
      .statistics(FundingTotalEntity, "total")
      .select("total.unitId", "unitId")
      .addSelect("total.program", "program")
      .addSelect("total.kind", "kind")
      .addSelect("total.source", "source")
      .addSelect("SUM(total.amount)", "amount")
      .addSelect("SUM(CASE WHEN total.year = :year THEN total.amount ELSE 0 END)", "amountDuringYear")
      .where("total.unitId IN (:...unitIds)", { unitIds })
      .andWhere("total.year <= :year", { year })
      .groupBy("total.unitId")
      .addGroupBy("total.program")
      .addGroupBy("total.kind")
      .addGroupBy("total.source")
      .orderBy("amount", "DESC")
      .addOrderBy("total.source")
      .getRawMany<Row>();
    return groupByKey(unitIds, rows, (row) => row.unitId).map((ofUnit) => ofUnit.map(withNumbers));
  },
);

function withNumbers({ program, kind, source, amount, amountDuringYear }: Row): FundingTotalOfKind {
  return {
    program,
    kind,
    source,
    amount: toNumber(amount),
    amountDuringYear: toNumber(amountDuringYear),
  };
}
