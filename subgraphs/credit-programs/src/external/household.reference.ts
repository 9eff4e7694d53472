import type { Household } from "./household.stub.js";

/** Which households exist, and what is known of them, is for the households department to say. */
export async function resolveHousehold({
  id,
  isUrban,
  classificationHistory,
}: Household): Promise<Household> {
  return {
    id,
    ...(isUrban === undefined ? {} : { isUrban }),
    ...(classificationHistory ? { classificationHistory } : {}),
  };
}
