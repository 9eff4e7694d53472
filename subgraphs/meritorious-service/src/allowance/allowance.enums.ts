import { registerEnumType } from "type-graphql";

export const AllowanceKind = {
  MONTHLY: "MONTHLY",
  SUPPLEMENT: "SUPPLEMENT",
  CAREGIVER: "CAREGIVER",
  SURVIVOR: "SURVIVOR",
  CONVALESCENCE: "CONVALESCENCE",
  GIFT: "GIFT",
} as const;
export type AllowanceKind = keyof typeof AllowanceKind;

registerEnumType(AllowanceKind, {
  name: "AllowanceKind",
  description: "What a benefit of a record is.",
  valuesConfig: {
    MONTHLY: { description: "Monthly: the preferential allowance of the category." },
    SUPPLEMENT: { description: "Monthly: added to the allowance, for instance for a severe injury." },
    CAREGIVER: { description: "Monthly: for whoever cares for the person." },
    SURVIVOR: { description: "Monthly: the allowance of a relative." },
    CONVALESCENCE: { description: "One-off: convalescence at home or in a center." },
    GIFT: { description: "One-off: the gift on 27 July or at Tet." },
  },
});
