import type { RequestContext } from "@an-sinh/subgraph-kit/context";
import { shareOf } from "@an-sinh/subgraph-kit/shares";
import { checkedYear } from "@an-sinh/subgraph-kit/calendar";
import { unlessWithheld } from "@an-sinh/territory/small-cells/cells";
import { withheldCells } from "@an-sinh/territory/small-cells/withheld-cells";
import { listCategories } from "../meritorious-category/meritorious-category.service.js";
import { PaymentChannel } from "../payment/payment.enums.js";
import type { PaymentChannelStatistics } from "./care-statistics.type.js";
import {
  allCell,
  categoryCell,
  channelCell,
  paymentCells,
  recognizedCell,
  recordCells,
} from "./meritorious.cells.js";
import { paymentSumsOfUnit, recordCountsOfUnit, type PaymentSum } from "./meritorious-statistics.loaders.js";
import { MeritoriousCategoryStatistics, MeritoriousStatistics } from "./meritorious-statistics.type.js";

/** The statistics of a unit. Their fields are computed when they are asked for. Throws BAD_USER_INPUT for a year out of range. */
export function statisticsOf(unitId: string, year: number): MeritoriousStatistics {
  return new MeritoriousStatistics(unitId, checkedYear(year));
}

/** How many records are in force at the end of the year. Null: withheld. */
export async function countBeneficiaries(
  context: RequestContext,
  statistics: MeritoriousStatistics,
): Promise<number | null> {
  const { unitId, year } = statistics;
  const [counts, withheld] = await Promise.all([
    context.load(recordCountsOfUnit, { unitId, isByCategory: false }, { year }),
    withheldRecords(context, statistics),
  ]);
  return unlessWithheld(
    withheld,
    allCell,
    counts.reduce((sum, { inForce }) => sum + inForce, 0),
  );
}

/** What was paid for the months of the year, in dong. Null: withheld. */
export async function sumPaid(
  context: RequestContext,
  statistics: MeritoriousStatistics,
): Promise<number | null> {
  const [sums, withheld] = await Promise.all([
    paymentSums(context, statistics),
    withheldRecords(context, statistics),
  ]);
  return unlessWithheld(withheld, allCell, total(sums));
}

/** The share of the amount paid that went to bank accounts. Null: withheld. */
export async function cashlessPercent(
  context: RequestContext,
  statistics: MeritoriousStatistics,
): Promise<number | null> {
  const channels = await paymentsByChannel(context, statistics);
  return channels.find(({ channel }) => channel === "BANK_ACCOUNT")?.sharePercent ?? null;
}

/** All channels. Zeros stand for a channel through which nothing was paid. */
export async function paymentsByChannel(
  context: RequestContext,
  statistics: MeritoriousStatistics,
): Promise<PaymentChannelStatistics[]> {
  const [sums, withheld] = await Promise.all([
    paymentSums(context, statistics),
    withheldRecords(context, statistics),
  ]);
  const paid = unlessWithheld(withheld, allCell, total(sums));
  return Object.values(PaymentChannel).map((channel) => {
    const own = sums.filter((sum) => sum.channel === channel);
    const cell = withheld.has(allCell) ? allCell : channelCell(channel);
    const payments = own.reduce((sum, found) => sum + found.payments, 0);
    const amount = unlessWithheld(withheld, cell, total(own));
    return {
      channel,
      payments: unlessWithheld(withheld, cell, payments),
      amount,
      sharePercent: shareOf(amount, paid),
    };
  });
}

/** All categories in the ordinance's order. Zeros stand for a category without a record. */
export async function statisticsByCategory(
  context: RequestContext,
  statistics: MeritoriousStatistics,
): Promise<MeritoriousCategoryStatistics[]> {
  const { unitId, year } = statistics;
  const [categories, counts, sums, withheld] = await Promise.all([
    listCategories(context, true),
    context.load(recordCountsOfUnit, { unitId, isByCategory: true }, { year }),
    paymentSums(context, statistics),
    withheldRecords(context, statistics),
  ]);
  return categories.map((category) => {
    const count = counts.find(({ categoryId }) => categoryId === category.id);
    const cell = categoryCell(category.id);
    const isRecognizedWithheld = withheld.has(cell) || withheld.has(recognizedCell(category.id));
    return {
      category,
      beneficiaries: unlessWithheld(withheld, cell, count?.inForce ?? 0),
      recognized: isRecognizedWithheld ? null : (count?.recognized ?? 0),
      paid: unlessWithheld(
        withheld,
        cell,
        total(sums.filter(({ categoryId }) => categoryId === category.id)),
      ),
    };
  });
}

/** Records and what was paid for them are withheld together: one tells about how much the other is. */
async function withheldRecords(
  context: RequestContext,
  { unitId, year }: MeritoriousStatistics,
): Promise<ReadonlySet<string>> {
  const [records, payments] = await Promise.all([
    withheldCells(context, recordCells, unitId, { year }),
    withheldCells(context, paymentCells, unitId, { year }),
  ]);
  return new Set([...records, ...payments]);
}

const paymentSums = (context: RequestContext, { unitId, year }: MeritoriousStatistics) =>
  context.load(paymentSumsOfUnit, unitId, { year });

const total = (sums: readonly PaymentSum[]) => sums.reduce((sum, { amount }) => sum + amount, 0);
