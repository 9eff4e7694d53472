import type { SampleLocality } from "../population/population.js";
import { createRandom, type Random } from "../population/random.js";

/** When a commune decides on a year's review, and by which document. */
export interface ReviewRound {
  readonly decidedOn: string;
  readonly decisionNumber: string;
}

/** The rounds of one commune. */
interface CommuneRounds {
  of(year: number): ReviewRound;
}

export type RoundsOf = (locality: SampleLocality) => CommuneRounds;

/**
 * The rounds of every commune. A commune decides on the same day of December each year (by the 14th,
 * Decision 24/2021/QD-TTg), so that 36 months end with a decision.
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
  const byYear = new Map<number, ReviewRound>();
  return {
    of: (year) => {
      const round = byYear.get(year) ?? {
        decidedOn: december(year, day),
        decisionNumber: `${number + (year % 10) * 7}/QĐ-UBND`,
      };
      byYear.set(year, round);
      return round;
    },
  };
}

const december = (year: number, day: number) => `${year}-12-${String(day).padStart(2, "0")}`;
