import type { SamplePerson } from "../population/population.js";
import type { Random } from "../population/random.js";
import { birthYear, isOfTheDead, type RecognitionPlan } from "./recognition-plan.js";

/**
 * Living members of the household who are recognized as relatives: of the dead the eldest, sometimes
 * the next as well; of a victim of toxic chemicals sometimes a child.
 */
export function relativesOf(
  person: SamplePerson,
  members: readonly SamplePerson[],
  plan: RecognitionPlan,
  random: Random,
): SamplePerson[] {
  const living = members
    .filter((member) => member.isAlive && member.id !== person.id && member.relationship !== "OTHER")
    .toSorted((a, b) => a.birthDate.localeCompare(b.birthDate));
  if (isOfTheDead(plan)) return living.slice(0, random.chance(0.2) ? 2 : 1);
  if (plan.code !== "TOXIC_CHEMICAL_VICTIM" || !random.chance(0.2)) return [];
  return living.filter((member) => birthYear(member) >= birthYear(person) + 18).slice(0, 1);
}
