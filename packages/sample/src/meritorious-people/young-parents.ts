import type { Population, SampleHousehold } from "../population/population.js";
import type { Random } from "../population/random.js";
import type { Candidate } from "./candidates.js";

const youngestChildBornSince = 2010;

/** Heads of households and their spouses who have a child of school age or younger, in random order. */
export function drawYoungParents({ households }: Population, random: Random): Candidate[] {
  return random.shuffle(households.flatMap(youngParentsIn));
}

function youngParentsIn(household: SampleHousehold): Candidate[] {
  const members = household.memberDrafts;
  const hasChild = members.some(
    ({ relationship, birthYear }) => relationship === "CHILD" && birthYear >= youngestChildBornSince,
  );
  if (!hasChild) return [];
  return members.flatMap(({ relationship, birthYear: bornIn, sex, isAlive }, place) => {
    if (!isAlive || (relationship !== "HEAD" && relationship !== "SPOUSE")) return [];
    return [{ household, place, bornIn, isFemale: sex === "FEMALE", isAlive }];
  });
}
