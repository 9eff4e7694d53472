import { addDays, earlier, later } from "@an-sinh/subgraph-kit/calendar";
import { dayBetween } from "../population/random-day.js";
import type { FundingShareEntity } from "@an-sinh/housing-projects/housing-support/funding-share.entity";
import type { HousingSupportEntity } from "@an-sinh/housing-projects/housing-support/housing-support.entity";
import { apportion } from "../population/apportion.js";
import type { Population, SampleHousehold } from "../population/population.js";
import { createRandom, type Random } from "../population/random.js";
import { needyYears, RecipientRegister } from "./recipients.js";
import { fundingWeights, supportPlans, type SupportPlan } from "./support-plans.js";

const million = 1_000_000;

/** Housing supports, each to another household within its program. `families`: the meritorious ones. */
export function* housingSupportRows(
  { households, scale, seed }: Population,
  families: ReadonlySet<string>,
): Iterable<HousingSupportEntity> {
  const random = createRandom(seed, "housing-supports");
  const register = new RecipientRegister(households, families, random);
  let number = 0;
  for (const plan of supportPlans(scale)) {
    const recipients = register.choose(plan);
    const amounts = amountsOf(plan, random);
    for (const [index, household] of recipients.entries()) {
      number += 1;
      yield supportRow(plan, household, (amounts[index] ?? 0) * million, number, random);
    }
  }
}

/** What each source pays of each support: whole million dong that add up to the support. */
export function* fundingShareRows(supports: Iterable<HousingSupportEntity>): Iterable<FundingShareEntity> {
  for (const { id, program, amount } of supports) {
    const weights = fundingWeights[program];
    const shares = apportion(
      amount / million,
      weights.map(([, weight]) => weight),
    );
    for (const [index, [source]] of weights.entries()) {
      const share = shares[index] ?? 0;
      if (share > 0) yield { supportId: id, source, amount: share * million };
    }
  }
}

/** Million dong of each support: the norm, and a part of what is left. */
function amountsOf({ supports, leastMillions, totalMillions }: SupportPlan, random: Random): number[] {
  const extra = apportion(
    totalMillions - supports * leastMillions,
    Array.from({ length: supports }, () => 0.5 + random.next()),
  );
  return extra.map((amount) => amount + leastMillions);
}

function supportRow(
  { program, kind, completed }: SupportPlan,
  household: SampleHousehold,
  amount: number,
  number: number,
  random: Random,
): HousingSupportEntity {
  const completedOn = completed && completionDay(household, completed, random);
  const decidedOn = completedOn
    ? addDays(completedOn, -random.between(45, 150))
    : dayBetween(random, "2025-10-01", "2025-12-20");
  return {
    id: `hs-${String(number).padStart(6, "0")}`,
    householdId: household.id,
    localityId: household.locality.id,
    program,
    kind,
    amount,
    decisionNumber: `${random.between(100, 4900)}/QĐ-UBND`,
    decidedOn,
    completedOn,
  };
}

/** A day in a year in which the household was in need, where the program ran in such a year. */
function completionDay(
  household: SampleHousehold,
  period: readonly [from: string, to: string],
  random: Random,
): string {
  const [from, to] = period;
  const years = needyYears(household, period);
  if (years.length === 0) return dayBetween(random, from, to);
  const year = random.pick(years);
  return dayBetween(random, later(from, `${year}-01-01`), earlier(to, `${year}-12-31`));
}
