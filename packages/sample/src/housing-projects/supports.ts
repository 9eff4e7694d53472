import type { FundingShareEntity } from "@an-sinh/housing-projects/housing-support/funding-share.entity";
import type { HousingSupportEntity } from "@an-sinh/housing-projects/housing-support/housing-support.entity";
import { addDays, earlier, firstDayOf, lastDayOf, later } from "@an-sinh/subgraph-kit/calendar";
import { meritoriousHouseholds } from "../meritorious-people/meritorious-households.js";
import { million } from "../population/amounts.js";
import { apportion } from "../population/apportion.js";
import { drawDecisionNumber } from "../population/decision-number.js";
import type { Population, SampleHousehold } from "../population/population.js";
import { createRandom, type Random } from "../population/random.js";
import { dayBetween } from "../population/random-day.js";
import { supportYears, RecipientRegister } from "./recipients.js";
import { fundingWeights, supportPlans, type SupportPlan } from "./support-plans.js";

const known = new WeakMap<Population, readonly HousingSupportEntity[]>();

/** Housing supports. A household has at most one from each program. */
export function housingSupportRows(population: Population): readonly HousingSupportEntity[] {
  const supports = known.get(population) ?? [...drawSupports(population)];
  known.set(population, supports);
  return supports;
}

function* drawSupports(population: Population): Iterable<HousingSupportEntity> {
  const { households, scale, seed } = population;
  const random = createRandom(seed, "housing-supports");
  const register = new RecipientRegister(households, meritoriousHouseholds(population), random);
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

/** The parts of each support that the sources pay, in whole million dong. */
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

/** The amount of each support in million dong: the least amount, and a part of the rest. */
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
    decisionNumber: drawDecisionNumber(random),
    decidedOn,
    completedOn,
  };
}

/** A day of the period, where possible in a year in which the household may get support for its class. */
function completionDay(
  household: SampleHousehold,
  period: readonly [from: string, to: string],
  random: Random,
): string {
  const [from, to] = period;
  const years = supportYears(household, period);
  if (years.length === 0) return dayBetween(random, from, to);
  const year = random.pick(years);
  return dayBetween(random, later(from, firstDayOf(year)), earlier(to, lastDayOf(year)));
}
