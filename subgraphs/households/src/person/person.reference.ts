import type { RequestContext } from "@an-sinh/kit/context";
import type { PersonEntity } from "./person.entity.js";
import { personById } from "./person.loaders.js";

export async function resolvePerson(
  { id }: { id: string },
  context: RequestContext,
): Promise<PersonEntity | null> {
  return context.load(personById, id);
}
