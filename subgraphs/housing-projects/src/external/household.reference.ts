import type { Household } from "./household.js";

/** Which households exist, and what is known of them, is for other departments to say. */
export async function resolveHousehold(household: Household): Promise<Household> {
  return { ...household };
}
