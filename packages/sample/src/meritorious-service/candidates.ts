import type { Population, SampleHousehold, SamplePerson } from "../population/population.js";
import type { Random } from "../population/random.js";
import { birthYear, isOfTheDead, type RecognitionPlan } from "./recognition-plan.js";

/** Somebody old enough for one of the plans. Light, because there are many: the person is drawn again when chosen. */
export interface Candidate {
  readonly household: SampleHousehold;
  /** The place among the household's members. */
  readonly place: number;
  readonly bornIn: number;
  readonly isFemale: boolean;
  readonly isAlive: boolean;
}

/** At least this share of each category lives in a household that was poor or near-poor in 2024 or 2025. */
const poorShare = 0.15;

/** Everybody born by the year, in an order of chance. */
export function drawCandidates(population: Population, bornBy: number, random: Random): Candidate[] {
  return random.shuffle(population.households.flatMap((household) => candidatesIn(household, bornBy)));
}

/**
 * As many of the candidates as the plan asks for, or as there are: `poorShare` of them poor, then those
 * whose household was never on the poverty register, then anybody.
 */
export function choose(
  candidates: readonly Candidate[],
  plan: RecognitionPlan,
  count: number,
  isFree: (candidate: Candidate) => boolean,
): Candidate[] {
  const fitting = candidates.filter((candidate) => fits(plan, candidate) && isFree(candidate));
  const poor = fitting.filter(({ household }) => isPoor(household)).slice(0, Math.ceil(count * poorShare));
  const comfortable = fitting.filter(({ household }) => wasNeverNeedy(household)).slice(0, count);
  return [...new Set([...poor, ...comfortable, ...fitting])].slice(0, count);
}

function candidatesIn(household: SampleHousehold, bornBy: number): Candidate[] {
  return household.members.flatMap((person: SamplePerson, place) => {
    const bornIn = birthYear(person);
    if (bornIn > bornBy) return [];
    return [{ household, place, bornIn, isFemale: person.sex === "FEMALE", isAlive: person.isAlive }];
  });
}

function fits(plan: RecognitionPlan, { bornIn, isFemale, isAlive }: Candidate): boolean {
  return bornIn <= plan.bornBy && isAlive !== isOfTheDead(plan) && (isFemale || !plan.isFemale);
}

const isPoor = ({ classAt }: SampleHousehold) =>
  [classAt[2024], classAt[2025]].some((found) => found === "POOR" || found === "NEAR_POOR");

const wasNeverNeedy = ({ classAt }: SampleHousehold) =>
  Object.values(classAt).every((found) => found === "AVERAGE" || found === "ABOVE_AVERAGE");
