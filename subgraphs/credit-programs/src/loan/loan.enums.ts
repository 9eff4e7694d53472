import { enumType } from "@an-sinh/subgraph-kit/enum-type";

export const LoanStatus = enumType("LoanStatus", "How a loan stands with the bank.", {
  CURRENT: "Everything that fell due is paid.",
  PARTLY_OVERDUE:
    "An installment is overdue, but the rest is not due yet. Only the installment counts as overdue.",
  OVERDUE: "The loan fell due and what is outstanding was not paid.",
  EXTENDED: "The bank agreed to a later day of repayment; nothing is overdue.",
  FROZEN: "Collection and interest are suspended after a loss beyond control (Decision 50/2010).",
  REPAID: "Paid in full.",
  WRITTEN_OFF: "What was outstanding is canceled (Decision 50/2010).",
});
export type LoanStatus = keyof typeof LoanStatus;

/** Whether loans with a status have something overdue. */
export const isLate = (status: LoanStatus): boolean => status === "OVERDUE" || status === "PARTLY_OVERDUE";

export const BorrowerKind = enumType("BorrowerKind", "Who owes a loan.", {
  HOUSEHOLD: "A household; one of its members signed.",
  HOUSING_BUYER: "A person who buys an apartment in a social housing project, from the credit package.",
  HOUSING_DEVELOPER: "The developer of a social housing project, from the credit package.",
});
export type BorrowerKind = keyof typeof BorrowerKind;
