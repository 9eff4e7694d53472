import { enumType } from "@an-sinh/subgraph-kit/enum-type";

export const AllowanceKind = enumType("AllowanceKind", "The kind of an allowance or a one-off benefit.", {
  MONTHLY: "Monthly: the preferential allowance of the category.",
  SUPPLEMENT: "Monthly: added to the allowance, for instance for a severe injury.",
  CAREGIVER: "Monthly: for whoever cares for the person.",
  SURVIVOR: "Monthly: the allowance of a relative.",
  CONVALESCENCE: "One-off: convalescence at home or in a center.",
  GIFT: "One-off: the gift on 27 July or at Tet.",
});
export type AllowanceKind = keyof typeof AllowanceKind;
