import { createNumberedRandom } from "../population/random.js";
import type { SampleHousehold, SamplePerson } from "../population/population.js";

export interface Circumstances {
  readonly isDisabled: boolean;
  readonly isOrphan: boolean;
}

const none: Circumstances = { isDisabled: false, isOrphan: false };

/** Children under 16 at the end of the sample's years. */
const firstBirthDay = "2010-01-01";

/**
 * Who is disabled and who is an orphan, in the order of the members: few, and orphans only among children
 * who live with their grandparents alone. `serial` is the household's place in the population.
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
  relationship === "GRANDCHILD" && birthDate >= firstBirthDay;
