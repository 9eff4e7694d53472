import { defineLoader, groupByKey } from "@an-sinh/subgraph-kit/batching";
import type { YearArgs } from "@an-sinh/subgraph-kit/period-args";
import { toNumber, type Sum } from "@an-sinh/subgraph-kit/sums";
import { FundingTotalEntity } from "../housing-support/funding-total.entity.js";
import type { FundingSource } from "../housing-support/housing-support.enums.js";
import type { SupportKind } from "./housing-support-statistics.loaders.js";

/** What a source pays of the supports of one program and kind. */
export interface FundedKind extends SupportKind {
  readonly source: FundingSource;
}

/** Dong: until 31 December of a year, and during it. */
interface FundingTotal extends FundedKind {
  readonly amount: number;
  readonly amountDuringYear: number;
}

interface Row extends FundedKind {
  readonly unitId: string;
  readonly amount: Sum;
  readonly amountDuringYear: Sum;
}

/** What each source paid of each unit's completed supports, by program and kind, the largest amount first. */
export const fundingTotals = defineLoader<FundingTotal[], YearArgs>(async (unitIds, context, { year }) => {
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
});

function withNumbers({ program, kind, source, amount, amountDuringYear }: Row): FundingTotal {
  return {
    program,
    kind,
    source,
    amount: toNumber(amount),
    amountDuringYear: toNumber(amountDuringYear),
  };
}
