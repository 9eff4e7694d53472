import { enumStub } from "@an-sinh/subgraph-kit/enum-type";

/** Owned by households, which describes all of them. Only these decide anything here. */
export const Relationship = enumStub("Relationship", ["HEAD", "SPOUSE", "CHILD"]);
