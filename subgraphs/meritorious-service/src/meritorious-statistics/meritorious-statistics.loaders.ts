import { defineLoader, groupByKey } from "@an-sinh/subgraph-kit/batching";
import { groupBy } from "@an-sinh/subgraph-kit/group-by";
import type { YearArgs } from "@an-sinh/subgraph-kit/period-args";
import { toNumber, type Sum } from "@an-sinh/subgraph-kit/sums";
import { ofManyUnits } from "@an-sinh/territory/small-cells/of-many-units";
import { RecordTotalEntity } from "../meritorious-record/record-total.entity.js";
import { PaymentTotalEntity } from "../payment/payment-total.entity.js";
import type { PaymentChannel } from "../payment/payment.enums.js";

/** How many records a unit has on 31 December of the year. */
interface RecordCount {
  readonly unitId: string;
  /** Undefined: those of all categories. */
  readonly categoryId?: string;
  readonly recognized: number;
  readonly inForce: number;
}

/** The records of a unit, and whether they are wanted by category. */
interface WantedRecords {
  readonly unitId: string;
  readonly isByCategory: boolean;
}

/** What was paid in a unit for the months of the year, by category and channel. The amount is in dong. */
export interface PaymentSum {
  readonly unitId: string;
  readonly categoryId: string;
  readonly channel: PaymentChannel;
  readonly payments: number;
  readonly amount: number;
}

/** The records of a unit. They are read by category where anybody asks for categories, else in one sum. */
export const recordCountsOfUnit = defineLoader<WantedRecords, RecordCount[], YearArgs>(
  async (keys, context, { year }) => {
    const query = ofManyUnits(context, keys, context.statistics(RecordTotalEntity, "total"))
      .select("total.unitId", "unitId")
      .addSelect("SUM(total.recognized)", "recognized")
      .addSelect("SUM(total.inForce)", "inForce")
      .where("total.unitId IN (:...unitIds)", { unitIds: [...new Set(keys.map(({ unitId }) => unitId))] })
      .andWhere("total.year <= :year", { year })
      .groupBy("total.unitId");
    if (keys.some(({ isByCategory }) => isByCategory))
      query.addSelect("total.categoryId", "categoryId").addGroupBy("total.categoryId");
    const rows = await query.getRawMany<
      Pick<RecordCount, "unitId" | "categoryId"> & { recognized: Sum; inForce: Sum }
    >();
    const counts = groupBy(
      rows.map((row) => ({
        ...row,
        recognized: toNumber(row.recognized),
        inForce: toNumber(row.inForce),
      })),
      ({ unitId }) => unitId,
    );
    return keys.map(({ unitId }) => counts.get(unitId) ?? []);
  },
  ({ unitId, isByCategory }) => `${unitId} ${isByCategory}`,
);

/** What was paid in a unit by category and channel. */
export const paymentSumsOfUnit = defineLoader<PaymentSum[], YearArgs>(async (unitIds, context, { year }) => {
  const rows = await ofManyUnits(context, unitIds, context.statistics(PaymentTotalEntity, "total"))
    .select("total.unitId", "unitId")
    .addSelect("total.categoryId", "categoryId")
    .addSelect("total.channel", "channel")
    .addSelect("total.payments", "payments")
    .addSelect("total.amount", "amount")
    .where("total.unitId IN (:...unitIds)", { unitIds })
    .andWhere("total.year = :year", { year })
    .getRawMany<Omit<PaymentSum, "amount"> & { readonly amount: Sum }>();
  const sums = rows.map((row) => ({ ...row, amount: toNumber(row.amount) }));
  return groupByKey(unitIds, sums, (row) => row.unitId);
});
