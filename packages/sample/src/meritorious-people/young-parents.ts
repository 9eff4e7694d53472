import type { Population, SampleHousehold } from "../population/population.js";
import type { Random } from "../population/random.js";
import type { Candidate } from "./candidates.js";
import { birthYear } from "./recognition-plan.js";

const youngestChildBornSince = "2010";

/** Heads of households and their spouses who have a child of school age or younger, in random order. */
export function drawYoungParents({ households }: Population, random: Random): Candidate[] {
  return random.shuffle(households.flatMap(youngParentsIn));
}

function youngParentsIn(household: SampleHousehold): Candidate[] {
  const { members } = household;
  const hasChild = members.some(
    ({ relationship, birthDate }) => relationship === "CHILD" && birthDate >= youngestChildBornSince,
  );
  if (!hasChild) return [];
  return members.flatMap((person, place) => {
    if (!person.isAlive || (person.relationship !== "HEAD" && person.relationship !== "SPOUSE")) return [];
    const { sex, isAlive } = person;
    return [{ household, place, bornIn: birthYear(person), isFemale: sex === "FEMALE", isAlive }];
  });
}
