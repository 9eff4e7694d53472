import { enumStub } from "@an-sinh/subgraph-kit/enum-type";

/** Housing-projects owns and describes the kinds. */
export const ConstructionKind = enumStub("ConstructionKind", ["NEW_BUILD", "REPAIR", "SANITARY_FACILITY"]);
export type ConstructionKind = keyof typeof ConstructionKind;
