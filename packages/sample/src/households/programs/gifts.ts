import { formerDistrict } from "../../administrative-units/named-units.js";
import { wasPoorOrNearPoor } from "../../population/class-of-year.js";
import type { Population } from "../../population/population.js";
import { assistanceDraft, type AssistanceDraft } from "./assistance-draft.js";

/** F74: 2 billion dong in Ba Vi from 2022 to 2024, for gifts and for payments to the social insurance. */
export const giftsAndInsuranceOfBaVi = 2_000_000_000;
const giftAmount = 300_000;

/** A gift at Tet to each household of Ba Vi that was poor or near-poor at the end of the year before. */
export function* baViGiftRows({ households }: Population): Iterable<AssistanceDraft> {
  for (const household of households) {
    if (household.locality.formerDistrictCode !== formerDistrict.baVi) continue;
    for (const year of [2022, 2023, 2024]) {
      if (!wasPoorOrNearPoor(household, year - 1)) continue;
      const day = `${year}-01-20`;
      yield assistanceDraft(household, "GIFT", { amount: giftAmount, from: day, to: day });
    }
  }
}
