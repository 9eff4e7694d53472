import { enumType } from "@an-sinh/subgraph-kit/enum-type";

export const LenderKind = enumType("LenderKind", "Who lends under a credit program.", {
  POLICY_BANK: "The Viet Nam Bank for Social Policies.",
  COMMERCIAL_BANK: "Commercial banks, from their own capital.",
});
export type LenderKind = keyof typeof LenderKind;
