import { registerEnumType } from "type-graphql";

/** Owned by households, which describes and completes the list; only this one decides anything here. */
export const Deprivation = { HOUSING_AREA: "HOUSING_AREA" } as const;

registerEnumType(Deprivation, { name: "Deprivation" });
