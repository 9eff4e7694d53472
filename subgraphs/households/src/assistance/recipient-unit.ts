import { enumType } from "@an-sinh/subgraph-kit/enum-type";

export const RecipientUnit = enumType("RecipientUnit", "What a number of recipients counts.", {
  PEOPLE: { vi: "Người", description: "Persons." },
  HOUSEHOLDS: { vi: "Hộ", description: "Households." },
  BUSINESS_HOUSEHOLDS: { vi: "Hộ kinh doanh", description: "Households that run a registered business." },
  ENTERPRISES: { vi: "Doanh nghiệp", description: "Enterprises." },
});
export type RecipientUnit = keyof typeof RecipientUnit;
