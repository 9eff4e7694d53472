import { enumType } from "@an-sinh/subgraph-kit/enum-type";

export const LoanStatus = enumType("LoanStatus", "How a loan stands with the bank.", {
  CURRENT: { vi: "Trong hạn", description: "Everything that fell due is paid." },
  PARTLY_OVERDUE: {
    vi: "Quá hạn một phần",
    description:
      "An installment is overdue, but the rest is not due yet. Only the installment counts as overdue.",
  },
  OVERDUE: { vi: "Quá hạn", description: "The loan fell due and what is outstanding was not paid." },
  EXTENDED: {
    vi: "Gia hạn nợ",
    description: "The bank agreed to a later day of repayment; nothing is overdue.",
  },
  FROZEN: {
    vi: "Khoanh nợ",
    description: "Collection and interest are suspended after a loss beyond control (Decision 50/2010).",
  },
  REPAID: { vi: "Đã trả hết", description: "Paid in full." },
  WRITTEN_OFF: { vi: "Xóa nợ", description: "What was outstanding is canceled (Decision 50/2010)." },
});
export type LoanStatus = keyof typeof LoanStatus;

/** Whether loans with a status have something overdue. */
export const isLate = (status: LoanStatus): boolean => status === "OVERDUE" || status === "PARTLY_OVERDUE";

export const BorrowerKind = enumType("BorrowerKind", "Who owes a loan.", {
  HOUSEHOLD: { vi: "Hộ gia đình", description: "A household; one of its members signed." },
  HOUSING_BUYER: {
    vi: "Người mua nhà ở xã hội",
    description: "A person who buys an apartment in a social housing project, from the credit package.",
  },
  HOUSING_DEVELOPER: {
    vi: "Chủ đầu tư nhà ở xã hội",
    description: "The developer of a social housing project, from the credit package.",
  },
});
export type BorrowerKind = keyof typeof BorrowerKind;
