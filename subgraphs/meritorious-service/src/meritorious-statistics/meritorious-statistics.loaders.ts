import { defineLoader, groupByKey } from "@an-sinh/subgraph-kit/batching";
import type { PaymentChannel } from "../payment/payment.enums.js";

export interface YearArgs {
  readonly year: number;
}

/** Of one unit and category, on 31 December of the year. */
export interface RecordCount {
  readonly unitId: string;
  readonly categoryId: string;
  readonly recognized: number;
  readonly inForce: number;
}

/** Of one unit, category and channel, for the months of the year. Dong. */
export interface PaymentSum {
  readonly unitId: string;
  readonly categoryId: string;
  readonly channel: PaymentChannel;
  readonly payments: number;
  readonly amount: number;
}

/** A unit's records by category: one statement for all units. */
export const recordCountsOfUnit = defineLoader<RecordCount[], YearArgs>(
  async (unitIds, context, { year }) => {
    const day = `${year}-12-31`;
    const rows = await context.statistics<RecordCount>(
      `SELECT territory.unit_id AS unitId, record.category_id AS categoryId, COUNT(*) AS recognized,
            SUM(CASE WHEN record.ended_on IS NULL OR record.ended_on > ? THEN 1 ELSE 0 END) AS inForce
       FROM territory
       JOIN meritorious_record record ON record.locality_id = territory.locality_id
      WHERE territory.unit_id IN (${unitIds.map(() => "?").join(", ")}) AND record.recognized_on <= ?
      GROUP BY territory.unit_id, record.category_id`,
      [day, ...unitIds, day],
    );
    const counts = rows.map((row) => ({
      ...row,
      recognized: Number(row.recognized),
      inForce: Number(row.inForce),
    }));
    return groupByKey(unitIds, counts, (row) => row.unitId);
  },
);

/** What was paid in a unit by category and channel: one statement for all units. */
export const paymentSumsOfUnit = defineLoader<PaymentSum[], YearArgs>(async (unitIds, context, { year }) => {
  const rows = await context.statistics<PaymentSum>(
    `SELECT territory.unit_id AS unitId, payment.category_id AS categoryId, payment.channel AS channel,
            COUNT(*) AS payments, SUM(payment.amount) AS amount
       FROM territory
       JOIN payment ON payment.locality_id = territory.locality_id
      WHERE territory.unit_id IN (${unitIds.map(() => "?").join(", ")}) AND payment.year = ?
      GROUP BY territory.unit_id, payment.category_id, payment.channel`,
    [...unitIds, year],
  );
  const sums = rows.map((row) => ({ ...row, payments: Number(row.payments), amount: Number(row.amount) }));
  return groupByKey(unitIds, sums, (row) => row.unitId);
});
