import { groupBy } from "@an-sinh/subgraph-kit/group-by";
import type { YearArgs } from "@an-sinh/subgraph-kit/period-args";
import { upTo, type Cell } from "@an-sinh/territory/small-cells/cells";
import { defineCells } from "@an-sinh/territory/small-cells/withheld-cells";
import type { PaymentChannel } from "../payment/payment.enums.js";
import { paymentSumsOfUnit, recordCountsOfUnit, type PaymentSum } from "./meritorious-statistics.loaders.js";

export const scope = "meritorious:read";

/** All categories together. */
export const allCell = "all";
export const categoryCell = (categoryId: string): string => `category ${categoryId}`;
export const recognizedCell = (categoryId: string): string => `recognized ${categoryId}`;
export const channelCell = (channel: PaymentChannel): string => `channel ${channel}`;

const byCategory = { cell: allCell, by: "category" };
const byChannel = { cell: allCell, by: "channel" };

/** Records in force on 31 December, and those recognized by then: how many have ended follows from both. */
export const recordCells = defineCells<YearArgs>({
  scope,
  read: async (context, unitIds, { year }) => {
    const keys = unitIds.map((unitId) => ({ unitId, isByCategory: true }));
    const counts = await context.loadAll(recordCountsOfUnit, keys, { year });
    return unitIds.flatMap((unitId, index) => {
      const ofUnit = counts[index] ?? [];
      const inForce = ofUnit.reduce((sum, count) => sum + count.inForce, 0);
      return [
        { unitId, cell: allCell, counts: [inForce] },
        ...ofUnit.flatMap(({ categoryId = "", ...count }) => [
          { unitId, cell: categoryCell(categoryId), partOf: byCategory, counts: [count.inForce] },
          {
            unitId,
            cell: recognizedCell(categoryId),
            counts: [count.recognized, count.recognized - count.inForce],
          },
        ]),
      ];
    });
  },
});

/** What was paid for the months of a year. */
export const paymentCells = defineCells<YearArgs>({
  scope,
  read: async (context, unitIds, { year }) => {
    const sums = await context.loadAll(paymentSumsOfUnit, unitIds, { year });
    return unitIds.flatMap((unitId, index) => {
      const ofUnit = sums[index] ?? [];
      return [
        { unitId, cell: allCell, ...paymentsIn(ofUnit) },
        ...[...groupBy(ofUnit, ({ categoryId }) => categoryId)].map(([categoryId, ofCategory]) => ({
          unitId,
          cell: categoryCell(categoryId),
          partOf: byCategory,
          ...paymentsIn(ofCategory),
        })),
        ...[...groupBy(ofUnit, ({ channel }) => channel)].map(([channel, ofChannel]) => ({
          unitId,
          cell: channelCell(channel),
          partOf: byChannel,
          ...paymentsIn(ofChannel),
        })),
      ];
    });
  },
});

/** Payments may have been made for fewer than 5 records as long as they are not more than 12 a year for each of 4. */
const paymentsIn = (sums: readonly PaymentSum[]): Pick<Cell, "counts" | "isSmall"> => ({
  counts: [sums.reduce((sum, { payments }) => sum + payments, 0)],
  isSmall: upTo(48),
});
