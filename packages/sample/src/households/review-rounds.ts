import type { SampleLocality } from "../administrative-units/sample-locality.js";
import { createRandom, type Random } from "../population/random.js";
import { toDay } from "../population/random-day.js";

/** A commune's decision on the review of a year. */
export interface ReviewRound {
  readonly decidedOn: string;
  readonly decisionNumber: string;
}

/** The decisions of one commune. */
export interface CommuneRounds {
  of(year: number): ReviewRound;
}

export type RoundsOf = (locality: SampleLocality) => CommuneRounds;

/**
 * Returns a function that gives the decisions of a locality's commune. A commune decides on the same day of December
 * each year, so that 36 months end with a decision. The last possible day is the 14th (Decision 24/2021/QD-TTg).
 */
export function createReviewRounds(seed: number): RoundsOf {
  const communes = new Map<string, CommuneRounds>();
  return ({ formerCommuneCode }) => {
    const known = communes.get(formerCommuneCode);
    if (known) return known;
    const rounds = drawRounds(createRandom(seed, `decisions of ${formerCommuneCode}`));
    communes.set(formerCommuneCode, rounds);
    return rounds;
  };
}

function drawRounds(random: Random): CommuneRounds {
  const day = random.between(2, 14);
  const number = random.between(180, 900);
  return {
    of: (year) => ({
      decidedOn: toDay(year, 12, day),
      decisionNumber: `${number + (year % 10) * 7}/QĐ-UBND`,
    }),
  };
}
