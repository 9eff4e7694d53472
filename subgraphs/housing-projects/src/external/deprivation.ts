import { enumStub } from "@an-sinh/subgraph-kit/enum-type";

/** Owned by households, which describes all of them. Only this one decides anything here. */
export const Deprivation = enumStub("Deprivation", ["HOUSING_AREA"]);
