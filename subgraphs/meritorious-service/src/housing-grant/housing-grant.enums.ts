import { enumType } from "@an-sinh/subgraph-kit/enum-type";

/** The values and descriptions of the housing department's enumeration: the graph has one. */
export const ConstructionKind = enumType("ConstructionKind", "What is built with a housing support.", {
  NEW_BUILD: "A new house.",
  REPAIR: "Repair of the house.",
  SANITARY_FACILITY: "A latrine, bathroom or water tank.",
});
export type ConstructionKind = keyof typeof ConstructionKind;
