import type { Household } from "./household.stub.js";

/** Accepts any id: this department has no list of households. Keeps what the gateway sent for the required fields. */
export async function resolveHousehold(household: Household): Promise<Household> {
  return { ...household };
}
