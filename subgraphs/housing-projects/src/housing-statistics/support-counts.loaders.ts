import { defineLoader, groupByKey } from "@an-sinh/subgraph-kit/batching";
import type { YearArgs } from "@an-sinh/subgraph-kit/period-args";
import { toNumber, type Sum } from "@an-sinh/subgraph-kit/sums";
import { FundingTotalEntity } from "../housing-support/funding-total.entity.js";
import { SupportTotalEntity } from "../housing-support/support-total.entity.js";
import type { FundedKind } from "./funding-totals.loaders.js";
import type { SupportKind } from "./housing-support-statistics.loaders.js";

/** Supports of a unit that were completed until a year. */
export interface SupportCounts {
  readonly unitId: string;
  readonly supports: number;
  /** The last year that added some, and how many it added. */
  readonly lastYear: number;
  readonly lastAdded: number;
}

/** How many supports were completed in each unit, by program and kind. */
export const supportCounts = countsBy<SupportKind>(SupportTotalEntity, "houses", ["program", "kind"]);

/** For how many completed supports of each unit a source paid, by program and kind. */
export const fundedCounts = countsBy<FundedKind>(FundingTotalEntity, "supports", [
  "program",
  "kind",
  "source",
]);

interface Row {
  readonly unitId: string;
  readonly supports: Sum;
  readonly last: Sum;
}

const most = 1_000_000_000;

function countsBy<Kind extends object>(
  entity: new () => Kind & { year: number },
  counted: string,
  columns: readonly (keyof Kind & string)[],
) {
  return defineLoader(async (unitIds, context, { year }: YearArgs) => {
    const query = context
      .aside(context.statistics(entity, "total"))
      .select("total.unitId", "unitId")
      .addSelect(`SUM(total.${counted})`, "supports")
      // The last year and what it has, in one number. A group has one row for each year.
      .addSelect(`MAX(total.year * ${most} + total.${counted})`, "last")
      .where("total.unitId IN (:...unitIds)", { unitIds })
      .andWhere("total.year <= :year", { year })
      .groupBy("total.unitId");
    for (const column of columns) query.addSelect(`total.${column}`, column).addGroupBy(`total.${column}`);
    const rows = await query.getRawMany<Kind & Row>();
    return groupByKey(unitIds, rows.map(withCounts), ({ unitId }) => unitId);
  });
}

/** A row with what SQL summed as numbers. */
function withCounts<Kind extends object>(row: Kind & Row): Kind & SupportCounts {
  const last = toNumber(row.last);
  return {
    ...row,
    supports: toNumber(row.supports),
    lastYear: Math.floor(last / most),
    lastAdded: last % most,
  };
}
