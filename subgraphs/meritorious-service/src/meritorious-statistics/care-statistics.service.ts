import type { RequestContext } from "@an-sinh/subgraph-kit/context";
import { percent } from "@an-sinh/subgraph-kit/shares";
import { careKinds } from "../care-benefit/care-benefit.enums.js";
import { PaymentChannel } from "../payment/payment.enums.js";
import { cardSumsOfUnit, careSumsOfUnit, grantSumsOfUnit } from "./care-statistics.loaders.js";
import type {
  CareStatistics,
  HealthInsuranceStatistics,
  HousingGrantStatistics,
  PaymentChannelStatistics,
} from "./care-statistics.type.js";
import { paymentSumsOfUnit } from "./meritorious-statistics.loaders.js";
import type { MeritoriousStatistics } from "./meritorious-statistics.type.js";

/** All kinds of care. Zeros stand for a kind that nobody was given. */
export async function careByKind(
  context: RequestContext,
  { unitId, year }: MeritoriousStatistics,
): Promise<CareStatistics[]> {
  const sums = await context.load(careSumsOfUnit, unitId, { year });
  return careKinds.map((kind) => {
    const sum = sums.find((found) => found.kind === kind);
    return { kind, benefits: sum?.count ?? 0, amount: sum?.amount ?? 0 };
  });
}

/** The cards for the year, and what they cost. */
export async function healthInsuranceOf(
  context: RequestContext,
  { unitId, year }: MeritoriousStatistics,
): Promise<HealthInsuranceStatistics> {
  const [sum] = await context.load(cardSumsOfUnit, unitId, { year });
  return { cards: sum?.count ?? 0, premiums: sum?.amount ?? 0 };
}

/** By decision and kind of work. A kind without a grant is left out. */
export async function housingGrantsOf(
  context: RequestContext,
  { unitId, year }: MeritoriousStatistics,
): Promise<HousingGrantStatistics[]> {
  const sums = await context.load(grantSumsOfUnit, unitId, { year });
  return sums.map(({ legalBasisCode, kind, count, amount }) => ({
    legalBasisCode,
    kind,
    grants: count,
    amount,
  }));
}

/** All channels. Zeros stand for a channel through which nothing was paid. */
export async function paymentsByChannel(
  context: RequestContext,
  { unitId, year }: MeritoriousStatistics,
): Promise<PaymentChannelStatistics[]> {
  const sums = await context.load(paymentSumsOfUnit, unitId, { year });
  const paid = sums.reduce((sum, { amount }) => sum + amount, 0);
  return Object.values(PaymentChannel).map((channel) => {
    const own = sums.filter((sum) => sum.channel === channel);
    const amount = own.reduce((sum, found) => sum + found.amount, 0);
    const payments = own.reduce((sum, found) => sum + found.payments, 0);
    return { channel, payments, amount, sharePercent: percent(amount, paid) };
  });
}
