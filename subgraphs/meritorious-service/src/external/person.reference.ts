import type { Person } from "./person.type.js";

/** Who exists is for the households department to say. */
export async function resolvePerson({ id }: Person): Promise<Person> {
  return { id };
}
