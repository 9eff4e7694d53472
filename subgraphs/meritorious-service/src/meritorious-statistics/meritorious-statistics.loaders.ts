import { defineLoader, groupByKey } from "@an-sinh/subgraph-kit/batching";
import type { YearArgs } from "@an-sinh/subgraph-kit/period-args";
import { toNumber, type Sum } from "@an-sinh/subgraph-kit/sums";
import { RecordTotalEntity } from "../meritorious-record/record-total.entity.js";
import { PaymentTotalEntity } from "../payment/payment-total.entity.js";
import type { PaymentChannel } from "../payment/payment.enums.js";

/** How many records a unit has in one category on 31 December of the year. */
interface RecordCount {
  readonly unitId: string;
  readonly categoryId: string;
  readonly recognized: number;
  readonly inForce: number;
}

/** What was paid in a unit for the months of the year, by category and channel. The amount is in dong. */
export interface PaymentSum {
  readonly unitId: string;
  readonly categoryId: string;
  readonly channel: PaymentChannel;
  readonly payments: number;
  readonly amount: number;
}

/** A unit's records by category. */
export const recordCountsOfUnit = defineLoader<RecordCount[], YearArgs>(
  async (unitIds, context, { year }) => {
    const rows = await context
      .statistics(RecordTotalEntity, "total")
      .select("total.unitId", "unitId")
      .addSelect("total.categoryId", "categoryId")
      .addSelect("SUM(total.recognized)", "recognized")
      .addSelect("SUM(total.inForce)", "inForce")
      .where("total.unitId IN (:...unitIds)", { unitIds })
      .andWhere("total.year <= :year", { year })
      .groupBy("total.unitId")
      .addGroupBy("total.categoryId")
      .getRawMany<{ unitId: string; categoryId: string; recognized: Sum; inForce: Sum }>();
    const counts = rows.map((row) => ({
      ...row,
      recognized: toNumber(row.recognized),
      inForce: toNumber(row.inForce),
    }));
    return groupByKey(unitIds, counts, (row) => row.unitId);
  },
);

/** What was paid in a unit by category and channel. */
export const paymentSumsOfUnit = defineLoader<PaymentSum[], YearArgs>(async (unitIds, context, { year }) => {
  const rows = await context
    .statistics(PaymentTotalEntity, "total")
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
