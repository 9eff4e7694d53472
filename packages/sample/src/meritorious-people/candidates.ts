import type { HouseholdClass } from "@an-sinh/households/poverty-standard/household-class";
import { isNeedyIn } from "../population/class-of-year.js";
import { registerYears, type Population, type SampleHousehold } from "../population/population.js";
import type { Random } from "../population/random.js";
import { areDeceased, type RecognitionPlan } from "./recognition-plan.js";

/** Somebody who is old enough for one of the plans. There are many, so only what the choice depends on is kept. */
export interface Candidate {
  readonly household: SampleHousehold;
  /** The index among the household's members. */
  readonly place: number;
  readonly bornIn: number;
  readonly isFemale: boolean;
  readonly isAlive: boolean;
}

/** At least this share of each category, where there are enough, lives in households that were poor or near-poor in 2025. */
const poorShare = 0.15;

/** Everybody born in the year or earlier, in random order. */
export function drawCandidates(population: Population, bornBy: number, random: Random): Candidate[] {
  return random.shuffle(population.households.flatMap((household) => candidatesIn(household, bornBy)));
}

/**
 * Chooses candidates for a plan; fewer than `count` where there are no more. First come those of poor households, up to
 * `poorShare`, then those of households that were never on the poverty register for poverty, then all others.
 */
export function choose(
  candidates: readonly Candidate[],
  plan: RecognitionPlan,
  count: number,
  isFree: (candidate: Candidate) => boolean,
): Candidate[] {
  const fitting = candidates.filter((candidate) => fits(plan, candidate) && isFree(candidate));
  const poor = fitting
    .filter(({ household }) => isNeedyIn(household, 2025))
    .slice(0, Math.ceil(count * poorShare));
  const neverPoor = fitting.filter(({ household }) => wasNeverPoor(household)).slice(0, count);
  return [...new Set([...poor, ...neverPoor, ...fitting])].slice(0, count);
}

function candidatesIn(household: SampleHousehold, bornBy: number): Candidate[] {
  const candidates: Candidate[] = [];
  for (const [place, { birthYear: bornIn, sex, isAlive }] of household.memberDrafts.entries())
    if (bornIn <= bornBy) candidates.push({ household, place, bornIn, isFemale: sex === "FEMALE", isAlive });
  return candidates;
}

function fits(plan: RecognitionPlan, { bornIn, isFemale, isAlive }: Candidate): boolean {
  return bornIn <= plan.bornBy && isAlive !== areDeceased(plan) && (isFemale || !plan.isFemale);
}

const wasNeverPoor = ({ classAt }: SampleHousehold) =>
  registerYears.every((year) => classAt[year] === undefined || isAboveNearPoor(classAt[year]));

const isAboveNearPoor = (found: HouseholdClass) => found === "AVERAGE" || found === "ABOVE_AVERAGE";
