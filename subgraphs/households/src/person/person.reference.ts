import type { RequestContext } from "@an-sinh/subgraph-kit/context";
import type { PersonEntity } from "./person.entity.js";
import { personById } from "./person.loaders.js";

/** The person; with `isChildOfWarInvalidOrMartyr`, which the meritorious service knows, where the gateway sends it. */
export async function resolvePerson(
  { id, isChildOfWarInvalidOrMartyr }: Pick<PersonEntity, "id" | "isChildOfWarInvalidOrMartyr">,
  context: RequestContext,
): Promise<PersonEntity | null> {
  const person = await context.load(personById, id);
  if (!person || isChildOfWarInvalidOrMartyr === undefined) return person;
  return { ...person, isChildOfWarInvalidOrMartyr };
}
