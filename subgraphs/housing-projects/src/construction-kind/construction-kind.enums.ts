import { enumType } from "@an-sinh/subgraph-kit/enum-type";

/** The meritorious-service department declares the same enum for its housing grants: the values must be equal. */
export const ConstructionKind = enumType("ConstructionKind", "What is built with a housing support.", {
  NEW_BUILD: { vi: "Xây mới", description: "A new house." },
  REPAIR: { vi: "Sửa chữa", description: "Repair of the house." },
  SANITARY_FACILITY: { vi: "Công trình vệ sinh", description: "A latrine, bathroom or water tank." },
});
export type ConstructionKind = keyof typeof ConstructionKind;
