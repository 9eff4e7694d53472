import { enumType } from "@an-sinh/subgraph-kit/enum-type";

export const CapitalSource = enumType(
  "CapitalSource",
  "Where the capital of a National Target Program comes from.",
  {
    CENTRAL_BUDGET: { vi: "Ngân sách trung ương", description: "The state budget at the center." },
    PROVINCIAL_BUDGET: { vi: "Ngân sách cấp tỉnh", description: "The budget of the province or city." },
    LOCAL_BUDGET: {
      vi: "Ngân sách cấp huyện, cấp xã",
      description: "The budget of the district (until 2025-06-30) or of the commune.",
    },
    OTHER: { vi: "Vốn huy động khác", description: "Businesses, donors and the people themselves." },
  },
);
export type CapitalSource = keyof typeof CapitalSource;
