import type { AdministrativeUnit } from "./administrative-unit.type.js";

/** Which units exist is for the households department to say. */
export async function resolveAdministrativeUnit({ id }: AdministrativeUnit): Promise<AdministrativeUnit> {
  return { id };
}
