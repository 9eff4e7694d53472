import { enumType } from "@an-sinh/subgraph-kit/enum-type";

export const AssistanceKind = enumType("AssistanceKind", "What a program of assistance gives.", {
  MONTHLY_CASH: { vi: "Tiền mặt hằng tháng", description: "An amount every month." },
  ONE_OFF_CASH: { vi: "Tiền mặt một lần", description: "An amount once." },
  INSURANCE_PREMIUM: {
    vi: "Đóng bảo hiểm",
    description: "Premiums of an insurance, paid for the recipient.",
  },
  GOODS: { vi: "Hiện vật", description: "Goods or animals, with their value." },
  PRODUCTION_SUPPORT: {
    vi: "Hỗ trợ sản xuất",
    description: "Means of production within a model that households take part in.",
  },
});
export type AssistanceKind = keyof typeof AssistanceKind;
