import { enumStub } from "@an-sinh/subgraph-kit/enum-type";

/** Households owns and describes the relationships. The rules of this department look at these only. */
export const Relationship = enumStub("Relationship", ["HEAD", "SPOUSE", "CHILD"]);
