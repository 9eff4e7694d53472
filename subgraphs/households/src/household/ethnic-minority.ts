import type { HouseholdEntity } from "./household.entity.js";

/**
 * Whether a household is of an ethnic minority: of any ethnic group but the Kinh (Decree 05/2011/ND-CP, article 4). One
 * without an ethnic group on record is not.
 */
export const isOfMinority = ({ ethnicGroup }: Pick<HouseholdEntity, "ethnicGroup">): boolean =>
  ethnicGroup !== null && ethnicGroup !== "Kinh";
