import type { RequestContext } from "@an-sinh/subgraph-kit/context";
import { percent } from "@an-sinh/subgraph-kit/shares";
import { checkedYear } from "@an-sinh/subgraph-kit/calendar";
import { listCategories } from "../meritorious-category/meritorious-category.service.js";
import { paymentSumsOfUnit, recordCountsOfUnit, type PaymentSum } from "./meritorious-statistics.loaders.js";
import { MeritoriousCategoryStatistics, MeritoriousStatistics } from "./meritorious-statistics.type.js";

/** The statistics of a unit. Their fields are computed when they are asked for. Throws BAD_USER_INPUT for a year out of range. */
export function statisticsOf(unitId: string, year: number): MeritoriousStatistics {
  return new MeritoriousStatistics(unitId, checkedYear(year));
}

/** How many records are in force at the end of the year. */
export async function countBeneficiaries(
  context: RequestContext,
  { unitId, year }: MeritoriousStatistics,
): Promise<number> {
  const counts = await context.load(recordCountsOfUnit, { unitId, isByCategory: false }, { year });
  return counts.reduce((sum, { inForce }) => sum + inForce, 0);
}

/** What was paid for the months of the year, in dong. */
export async function sumPaid(context: RequestContext, statistics: MeritoriousStatistics): Promise<number> {
  return total(await paymentSums(context, statistics));
}

/** The share of the amount paid that went to bank accounts. */
export async function cashlessPercent(
  context: RequestContext,
  statistics: MeritoriousStatistics,
): Promise<number> {
  const sums = await paymentSums(context, statistics);
  return percent(total(sums.filter(({ channel }) => channel === "BANK_ACCOUNT")), total(sums));
}

/** All categories in the ordinance's order. Zeros stand for a category without a record. */
export async function statisticsByCategory(
  context: RequestContext,
  statistics: MeritoriousStatistics,
): Promise<MeritoriousCategoryStatistics[]> {
  const { unitId, year } = statistics;
  const [categories, counts, sums] = await Promise.all([
    listCategories(context, true),
    context.load(recordCountsOfUnit, { unitId, isByCategory: true }, { year }),
    paymentSums(context, statistics),
  ]);
  return categories.map((category) => {
    const count = counts.find(({ categoryId }) => categoryId === category.id);
    return {
      category,
      beneficiaries: count?.inForce ?? 0,
      recognized: count?.recognized ?? 0,
      paid: total(sums.filter(({ categoryId }) => categoryId === category.id)),
    };
  });
}

const paymentSums = (context: RequestContext, { unitId, year }: MeritoriousStatistics) =>
  context.load(paymentSumsOfUnit, unitId, { year });

const total = (sums: readonly PaymentSum[]) => sums.reduce((sum, { amount }) => sum + amount, 0);
