import { defineLoader, groupByKey } from "@an-sinh/subgraph-kit/batching";
import { firstDayOf, lastDayOf } from "@an-sinh/subgraph-kit/calendar";
import type { YearArgs } from "@an-sinh/subgraph-kit/period-args";
import { toNumber, type Sum } from "@an-sinh/subgraph-kit/sums";
import { groupByUnit } from "@an-sinh/territory/group-by-unit";
import type { ConstructionKind } from "../construction-kind/construction-kind.enums.js";
import { FundingShareEntity } from "../housing-support/funding-share.entity.js";
import { HousingSupportEntity } from "../housing-support/housing-support.entity.js";
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
    const rows = await groupByUnit(context.statistics(HousingSupportEntity, "support"), "support", unitIds)
      .innerJoin(FundingShareEntity, "share", "share.supportId = support.id")
      .andWhere("support.completedOn <= :end", { end: lastDayOf(year) })
      .setParameter("start", firstDayOf(year))
      .addSelect("support.program", "program")
      .addSelect("support.kind", "kind")
      .addSelect("share.source", "source")
      .addSelect("SUM(share.amount)", "amount")
      .addSelect(
        "SUM(CASE WHEN support.completedOn >= :start THEN share.amount ELSE 0 END)",
        "amountDuringYear",
      )
      .addGroupBy("support.program")
      .addGroupBy("support.kind")
      .addGroupBy("share.source")
      .orderBy("amount", "DESC")
      .addOrderBy("share.source")
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
