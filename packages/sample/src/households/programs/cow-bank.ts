import { formerCommune } from "../../administrative-units/named-units.js";
import { million } from "../../population/amounts.js";
import { isNeedyIn } from "../../population/class-of-year.js";
import type { Population } from "../../population/population.js";
import { assistanceDraft, type AssistanceDraft } from "./assistance-draft.js";

const year = 2022;
const calfAmount = 12 * million;

/** The calf that the Red Cross gave to a household of Ngoc Lap in Yen Lap, as a source reports. It names no number of others. */
export function* cowBankRows({ households, scale }: Population): Iterable<AssistanceDraft> {
  const needy = households.filter(
    (household) =>
      household.locality.formerCommuneCode === formerCommune.ngocLap && isNeedyIn(household, year),
  );
  const day = `${year}-03-15`;
  for (const household of needy.slice(0, scale))
    yield assistanceDraft(household, "COW_BANK", { amount: calfAmount, quantity: 1, from: day, to: day });
}
