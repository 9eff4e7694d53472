import type { SampleHousehold, SamplePerson } from "../population/population.js";
import { createNumberedRandom } from "../population/random.js";

export interface Circumstances {
  readonly isDisabled: boolean;
  readonly isOrphan: boolean;
}

const none: Circumstances = { isDisabled: false, isOrphan: false };

/** Whoever was born on this day or later is under 16 at the end of 2025, and so a child. */
export const firstBirthDayOfChildren = "2010-01-01";

/**
 * Draws who is disabled and who is an orphan, in the order of the members. Only children who live with their
 * grandparents, without their parents, can be orphans. `serial` is the place of the household in the population.
 */
export function drawCircumstances(
  seed: number,
  serial: number,
  members: SampleHousehold["members"],
): Circumstances[] {
  const random = createNumberedRandom(seed ^ 0x3c6ef372, serial);
  const hasParents = members.some(({ relationship }) => relationship === "CHILD");
  const isOrphaned = !hasParents && random.chance(0.35);
  return members.map((person) => {
    if (!person.isAlive) return none;
    return { isDisabled: random.chance(0.012), isOrphan: isOrphaned && isGrandchild(person) };
  });
}

const isGrandchild = ({ relationship, birthDate }: SamplePerson) =>
  relationship === "GRANDCHILD" && birthDate >= firstBirthDayOfChildren;
