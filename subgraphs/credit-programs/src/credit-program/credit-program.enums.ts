import { registerEnumType } from "type-graphql";

export const LenderKind = { POLICY_BANK: "POLICY_BANK", COMMERCIAL_BANK: "COMMERCIAL_BANK" } as const;
export type LenderKind = keyof typeof LenderKind;

registerEnumType(LenderKind, {
  name: "LenderKind",
  description: "Who lends under a credit program.",
  valuesConfig: {
    POLICY_BANK: { description: "The Viet Nam Bank for Social Policies." },
    COMMERCIAL_BANK: { description: "Commercial banks, from their own capital." },
  },
});
