import { registerEnumType } from "type-graphql";

export const LoanStatus = {
  CURRENT: "CURRENT",
  PARTLY_OVERDUE: "PARTLY_OVERDUE",
  OVERDUE: "OVERDUE",
  EXTENDED: "EXTENDED",
  FROZEN: "FROZEN",
  REPAID: "REPAID",
  WRITTEN_OFF: "WRITTEN_OFF",
} as const;
export type LoanStatus = keyof typeof LoanStatus;

registerEnumType(LoanStatus, {
  name: "LoanStatus",
  description: "How a loan stands with the bank.",
  valuesConfig: {
    CURRENT: { description: "Everything that fell due is paid." },
    PARTLY_OVERDUE: {
      description:
        "An installment is overdue, the rest is not due yet. Only the installment counts as overdue.",
    },
    OVERDUE: { description: "The loan fell due and what is outstanding was not paid." },
    EXTENDED: { description: "The bank agreed to a later day of repayment; nothing is overdue." },
    FROZEN: {
      description: "Collection and interest are suspended after a loss beyond control (Decision 50/2010).",
    },
    REPAID: { description: "Paid in full." },
    WRITTEN_OFF: { description: "What was outstanding is canceled (Decision 50/2010)." },
  },
});

export const BorrowerKind = {
  HOUSEHOLD: "HOUSEHOLD",
  HOUSING_BUYER: "HOUSING_BUYER",
  HOUSING_DEVELOPER: "HOUSING_DEVELOPER",
} as const;
export type BorrowerKind = keyof typeof BorrowerKind;

registerEnumType(BorrowerKind, {
  name: "BorrowerKind",
  description: "Who owes a loan.",
  valuesConfig: {
    HOUSEHOLD: { description: "A household; one of its members signed." },
    HOUSING_BUYER: {
      description: "A person who buys an apartment in a social housing project, from the credit package.",
    },
    HOUSING_DEVELOPER: { description: "The developer of a social housing project, from the credit package." },
  },
});
