import type { Household } from "./household.stub.js";

/** Takes any id: only the households department knows which households there are. Keeps what the gateway sends. */
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
