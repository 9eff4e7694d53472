import { registerEnumType } from "type-graphql";

/** The values and descriptions of the housing department's enumeration: the graph has one. */
export const ConstructionKind = {
  NEW_BUILD: "NEW_BUILD",
  REPAIR: "REPAIR",
  SANITARY_FACILITY: "SANITARY_FACILITY",
} as const;
export type ConstructionKind = keyof typeof ConstructionKind;

registerEnumType(ConstructionKind, {
  name: "ConstructionKind",
  description: "What is built with a housing support.",
  valuesConfig: {
    NEW_BUILD: { description: "A new house." },
    REPAIR: { description: "Repair of the house." },
    SANITARY_FACILITY: { description: "A latrine, bathroom or water tank." },
  },
});
