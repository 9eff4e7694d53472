import type { Household } from "./household.type.js";

/** Which households exist is for the households department to say; the members come from it. */
export async function resolveHousehold({ id, members }: Household): Promise<Household> {
  return members ? { id, members } : { id };
}
