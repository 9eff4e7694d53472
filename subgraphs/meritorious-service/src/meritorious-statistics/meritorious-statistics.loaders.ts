import { defineLoader, groupByKey } from "@an-sinh/subgraph-kit/batching";
import { lastDayOf } from "@an-sinh/subgraph-kit/calendar";
import type { YearArgs } from "@an-sinh/subgraph-kit/period-args";
import { toNumber, type Sum } from "@an-sinh/subgraph-kit/sums";
import { groupByUnit } from "@an-sinh/territory/group-by-unit";
import { MeritoriousRecordEntity } from "../meritorious-record/meritorious-record.entity.js";
import { PaymentEntity } from "../payment/payment.entity.js";
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
    const rows = await groupByUnit(context.statistics(MeritoriousRecordEntity, "record"), "record", unitIds)
      .addSelect("record.categoryId", "categoryId")
      .addSelect("COUNT(*)", "recognized")
      .addSelect("COUNT(CASE WHEN record.endedOn IS NULL OR record.endedOn > :day THEN 1 END)", "inForce")
      .andWhere("record.recognizedOn <= :day", { day: lastDayOf(year) })
      .addGroupBy("record.categoryId")
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
  const rows = await groupByUnit(context.statistics(PaymentEntity, "payment"), "payment", unitIds)
    .addSelect("payment.categoryId", "categoryId")
    .addSelect("payment.channel", "channel")
    .addSelect("COUNT(*)", "payments")
    .addSelect("SUM(payment.amount)", "amount")
    .andWhere("payment.year = :year", { year })
    .addGroupBy("payment.categoryId")
    .addGroupBy("payment.channel")
    .getRawMany<{
      unitId: string;
      categoryId: string;
      channel: PaymentChannel;
      payments: Sum;
      amount: Sum;
    }>();
  const sums = rows.map((row) => ({
    ...row,
    payments: toNumber(row.payments),
    amount: toNumber(row.amount),
  }));
  return groupByKey(unitIds, sums, (row) => row.unitId);
});
