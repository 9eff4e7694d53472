import type { SamplePerson } from "../population/population.js";
import type { Random } from "../population/random.js";
import { birthYear, isOfTheDead, type RecognitionPlan } from "./recognition-plan.js";
import type { Member } from "./recognitions.js";

/**
 * Living members of the household who are recognised as relatives: of the dead the eldest, sometimes
 * the next as well; of a victim of toxic chemicals sometimes a child. Nobody who has a record already.
 */
export function relativesOf(
  { person, household }: Member,
  plan: RecognitionPlan,
  random: Random,
  taken: ReadonlySet<string>,
): SamplePerson[] {
  const open = household.members
    .filter((member) => member.isAlive && member.id !== person.id && !taken.has(member.id))
    .toSorted((a, b) => a.birthDate.localeCompare(b.birthDate));
  if (isOfTheDead(plan)) return open.slice(0, random.chance(0.2) ? 2 : 1);
  if (plan.code !== "TOXIC_CHEMICAL_VICTIM" || !random.chance(0.2)) return [];
  return open.filter((member) => birthYear(member) >= birthYear(person) + 18).slice(0, 1);
}
