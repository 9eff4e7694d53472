import { enumType } from "@an-sinh/subgraph-kit/enum-type";

export const CreditEligibilityRule = enumType(
  "CreditEligibilityRule",
  "A rule that decides whether a household may borrow under a program.",
  {
    PROGRAM_LENDS: "The program has terms in force on the day.",
    HOUSEHOLD_CLASS: "The household has one of the classes that the program lends to.",
    MONTHS_SINCE_ESCAPE:
      "The household left the list of poor and near-poor households at most so many months ago as the program allows.",
    RURAL_RESIDENCE: "The household lives in a rural commune.",
    NO_OVERDUE_DEBT: "The household has no overdue debt with the policy bank.",
    BELOW_MAXIMUM: "The household owes less under the program than its maximum.",
    PROOF_TO_LENDER:
      "The lender asks for a proof of what no register holds, such as an enrollment or a plan.",
  },
);
export type CreditEligibilityRule = keyof typeof CreditEligibilityRule;
