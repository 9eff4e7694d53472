import type { Caller } from "@an-sinh/server/caller";
import { BadUserInputError } from "@an-sinh/server/errors";
import type { RequestContext } from "@an-sinh/subgraph-kit/context";
import { PersonEntity } from "./person.entity.js";
import type { Relationship } from "./person.enums.js";
import { membersOfHousehold } from "./person.loaders.js";

/**
 * Finds a person by the whole identification number. Throws BAD_USER_INPUT for anything but twelve digits. The message
 * does not repeat what was sent.
 */
export async function findByIdentificationNumber(
  context: RequestContext,
  number: string,
): Promise<PersonEntity | null> {
  if (!/^\d{12}$/.test(number)) {
    throw new BadUserInputError(
      "number: expected a personal identification number of twelve digits, but got something else.",
      { extensions: { argument: "number" } },
    );
  }
  return context
    .read(PersonEntity, "person")
    .where("person.identificationNumber = :number", { number })
    .getOne();
}

/**
 * The number for whoever may identify people. For all others nothing of it: sex and year of birth give four digits and
 * the place of registration three (Decree 137/2015/ND-CP), so that few would be left to guess.
 */
export function shownNumber(number: string, { scopes }: Caller): string {
  return scopes.includes("persons:identify") ? number : "*".repeat(12);
}

/** The members who are a member's parents. Other relationships to the head do not tell who they are. */
const parentsOf: Partial<Record<Relationship, readonly Relationship[]>> = {
  CHILD: ["HEAD", "SPOUSE"],
  HEAD: ["PARENT"],
};

/** The ids of a person's parents in the household, living and dead. */
export async function listParentIds(context: RequestContext, person: PersonEntity): Promise<string[]> {
  const { householdId, relationshipToHead } = person;
  const wanted = relationshipToHead && parentsOf[relationshipToHead];
  if (!wanted || householdId === null) return [];
  const members = await context.load(membersOfHousehold, householdId);
  return members
    .filter((member) => member.relationshipToHead !== null && wanted.includes(member.relationshipToHead))
    .map(({ id }) => id);
}
