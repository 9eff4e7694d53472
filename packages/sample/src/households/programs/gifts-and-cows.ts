import { isNeedyIn, isPoorOrNear } from "./need-and-age.js";
import { apportion } from "../../population/apportion.js";
import type { Population, RegisterYear, SampleHousehold } from "../../population/population.js";
import { createRandom, type Random } from "../../population/random.js";
import { draft, type AssistanceDraft } from "./assistance-draft.js";

export const baViCode = "271";
const socSonCode = "016";

/** F74: 2 billion dong in Ba Vi from 2022 to 2024. What the gifts leave of it are social insurance payments. */
export const baViGifts = 2_000_000_000;
const giftAmount = 300_000;

/** F77, F78: 165 households of Soc Son and more than 2.8 billion dong from 2022 to 2024. */
const cows = { households: 165, amount: 2_838_000_000, perYear: [52, 58, 55] };
const years = [2022, 2023, 2024] as const;
const thousand = 1_000;

/** At Tet every poor and near-poor household of Ba Vi gets a gift. */
export function* baViGiftRows({ households }: Population): Iterable<AssistanceDraft> {
  for (const household of households) {
    if (household.locality.formerDistrictCode !== baViCode) continue;
    for (const year of years) {
      if (!isPoorOrNear(household.classAt[(year - 1) as RegisterYear])) continue;
      const day = `${year}-01-20`;
      yield draft(household, "GIFT", { amount: giftAmount, from: day, to: day });
    }
  }
}

/** Each household once, in a year in which it was poor or near-poor. */
export function* breedingStockRows({ households, seed, scale }: Population): Iterable<AssistanceDraft> {
  const random = createRandom(seed, "breeding stock");
  const perYear = cows.perYear.map((count) => count * scale);
  const waiting = random.shuffle(
    households.filter(({ locality }) => locality.formerDistrictCode === socSonCode),
  );
  const chosen = years.flatMap((year, index) => takeNeedy(waiting, year, perYear[index] ?? 0));
  if (chosen.length !== cows.households * scale)
    throw new RangeError(`Expected ${cows.households * scale} households, but got: ${chosen.length}`);
  const weights = chosen.map(() => random.between(15, 19));
  const amounts = apportion((cows.amount * scale) / thousand, weights);
  for (const [index, { household, year }] of chosen.entries()) {
    const amount = (amounts[index] ?? 0) * thousand;
    const day = drawDay(random, year);
    const decisionNumber = `${random.between(100, 4900)}/QĐ-UBND`;
    yield draft(household, "BREEDING_STOCK", { amount, quantity: 1, from: day, to: day, decisionNumber });
  }
}

/** Takes households that are in need in a year out of those who wait. */
export function takeNeedy(
  waiting: SampleHousehold[],
  year: number,
  count: number,
): { readonly household: SampleHousehold; readonly year: number }[] {
  const taken = new Set(waiting.filter((household) => isNeedyIn(household, year)).slice(0, count));
  const others = waiting.filter((household) => !taken.has(household));
  waiting.splice(0, waiting.length, ...others);
  return [...taken].map((household) => ({ household, year }));
}

export function drawDay(random: Random, year: number): string {
  const month = String(random.between(2, 12)).padStart(2, "0");
  return `${year}-${month}-${String(random.between(1, 28)).padStart(2, "0")}`;
}
