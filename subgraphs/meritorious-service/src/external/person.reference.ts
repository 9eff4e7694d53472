import type { Person } from "./person.type.js";

/** Who exists, and whose child, is for the households department to say. */
export async function resolvePerson({ id, parentIds }: Person): Promise<Person> {
  return parentIds ? { id, parentIds } : { id };
}
