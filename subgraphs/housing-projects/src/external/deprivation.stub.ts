import { enumStub } from "@an-sinh/subgraph-kit/enum-type";

/** Households owns and describes the deprivations. The rules of this department look at this one only. */
export const Deprivation = enumStub("Deprivation", ["HOUSING_AREA"]);
