import { formerDistrict } from "../../administrative-units/named-units.js";
import { thousand } from "../../population/amounts.js";
import { apportion } from "../../population/apportion.js";
import { drawDecisionNumber } from "../../population/decision-number.js";
import type { Population } from "../../population/population.js";
import { createRandom } from "../../population/random.js";
import { dayInMonths } from "../../population/random-day.js";
import { assistanceDraft, type AssistanceDraft } from "./assistance-draft.js";
import { takeNeedy } from "./needy-households.js";

/** F77, F78: cows for 165 households of Soc Son, for more than 2.8 billion dong, from 2022 to 2024. */
const plan = [
  { year: 2022, cows: 52 },
  { year: 2023, cows: 58 },
  { year: 2024, cows: 55 },
];
const totalAmount = 2_838_000_000;

/** One cow for each household, in a year in which the household was poor or near-poor. */
export function* breedingStockRows({ households, seed, scale }: Population): Iterable<AssistanceDraft> {
  const random = createRandom(seed, "breeding stock");
  const waiting = random.shuffle(
    households.filter(({ locality }) => locality.formerDistrictCode === formerDistrict.socSon),
  );
  const chosen = plan.flatMap(({ year, cows }) => takeNeedy(waiting, year, cows * scale));
  const expected = scale * plan.reduce((sum, { cows }) => sum + cows, 0);
  if (chosen.length !== expected)
    throw new RangeError(`Expected ${expected} households, but got: ${chosen.length}`);
  const weights = chosen.map(() => random.between(15, 19));
  const amounts = apportion((totalAmount * scale) / thousand, weights);
  for (const [index, { household, year }] of chosen.entries()) {
    const amount = (amounts[index] ?? 0) * thousand;
    const day = dayInMonths(random, year, 2, 12);
    const decisionNumber = drawDecisionNumber(random);
    yield assistanceDraft(household, "BREEDING_STOCK", {
      amount,
      quantity: 1,
      from: day,
      to: day,
      decisionNumber,
    });
  }
}
