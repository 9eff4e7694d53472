import { enumStub } from "@an-sinh/subgraph-kit/enum-type";

/** Owned by housing-projects, which describes it. */
export const ConstructionKind = enumStub("ConstructionKind", ["NEW_BUILD", "REPAIR", "SANITARY_FACILITY"]);
export type ConstructionKind = keyof typeof ConstructionKind;
