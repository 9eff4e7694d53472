import type { SamplePerson } from "../population/population.js";
import type { Random } from "../population/random.js";
import { birthYear, areDeceased, type RecognitionPlan } from "./recognition-plan.js";

/**
 * The living members of the household who are recognized as relatives. Of somebody who has died it is the eldest member,
 * sometimes also the second eldest. Of a victim of toxic chemicals it is sometimes a child.
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
  if (areDeceased(plan)) return living.slice(0, random.chance(0.2) ? 2 : 1);
  if (plan.code !== "TOXIC_CHEMICAL_VICTIM" || !random.chance(0.2)) return [];
  return living.filter((member) => birthYear(member) >= birthYear(person) + 18).slice(0, 1);
}
