import { registerEnumType } from "type-graphql";

export const CreditEligibilityRule = {
  PROGRAM_LENDS: "PROGRAM_LENDS",
  HOUSEHOLD_CLASS: "HOUSEHOLD_CLASS",
  MONTHS_SINCE_ESCAPE: "MONTHS_SINCE_ESCAPE",
  RURAL_RESIDENCE: "RURAL_RESIDENCE",
  NO_OVERDUE_DEBT: "NO_OVERDUE_DEBT",
  BELOW_MAXIMUM: "BELOW_MAXIMUM",
  PROOF_TO_LENDER: "PROOF_TO_LENDER",
} as const;
export type CreditEligibilityRule = keyof typeof CreditEligibilityRule;

registerEnumType(CreditEligibilityRule, {
  name: "CreditEligibilityRule",
  description: "A rule that decides whether a household may borrow under a program.",
  valuesConfig: {
    PROGRAM_LENDS: { description: "The program has terms in force on the day." },
    HOUSEHOLD_CLASS: { description: "The household has one of the classes that the program lends to." },
    MONTHS_SINCE_ESCAPE: {
      description: "The household left the list of poor and near-poor households not too many months ago.",
    },
    RURAL_RESIDENCE: { description: "The household lives in a rural commune." },
    NO_OVERDUE_DEBT: { description: "The household has no overdue debt with the policy bank." },
    BELOW_MAXIMUM: { description: "The household owes less under the program than its maximum." },
    PROOF_TO_LENDER: {
      description: "Something that no register holds, to be shown to the lender: an enrollment, a plan.",
    },
  },
});
