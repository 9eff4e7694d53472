import { enumType } from "@an-sinh/subgraph-kit/enum-type";

export const CreditEligibilityRule = enumType(
  "CreditEligibilityRule",
  "A rule that decides whether a household may borrow under a program.",
  {
    PROGRAM_LENDS: {
      vi: "Chương trình đang cho vay",
      description: "The program has terms in force on the day.",
    },
    HOUSEHOLD_CLASS: {
      vi: "Thuộc diện hộ được vay",
      description: "The household has one of the classes that the program lends to.",
    },
    MONTHS_SINCE_ESCAPE: {
      vi: "Thời gian từ khi thoát nghèo",
      description:
        "The household left the list of poor and near-poor households at most so many months ago as the program allows.",
    },
    RURAL_RESIDENCE: { vi: "Cư trú ở nông thôn", description: "The household lives in a rural commune." },
    NO_OVERDUE_DEBT: {
      vi: "Không có nợ quá hạn",
      description: "The household has no overdue debt with the policy bank.",
    },
    BELOW_MAXIMUM: {
      vi: "Dư nợ dưới mức tối đa",
      description: "The household owes less under the program than its maximum.",
    },
    PROOF_TO_LENDER: {
      vi: "Giấy tờ nộp cho bên cho vay",
      description: "The lender asks for a proof of what no register holds, such as an enrollment or a plan.",
    },
  },
);
export type CreditEligibilityRule = keyof typeof CreditEligibilityRule;
