import { enumStub } from "@an-sinh/subgraph-kit/enum-type";

/** The households department owns it and describes the classes. */
export const HouseholdClass = enumStub("HouseholdClass", [
  "POOR",
  "NEAR_POOR",
  "NEWLY_ESCAPED",
  "AVERAGE",
  "ABOVE_AVERAGE",
]);
export type HouseholdClass = keyof typeof HouseholdClass;
