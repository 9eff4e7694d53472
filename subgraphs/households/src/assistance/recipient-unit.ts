import { enumType } from "@an-sinh/subgraph-kit/enum-type";

export const RecipientUnit = enumType("RecipientUnit", "What a number of recipients counts.", {
  PEOPLE: "Persons.",
  HOUSEHOLDS: "Households.",
  BUSINESS_HOUSEHOLDS: "Households that run a registered business.",
  ENTERPRISES: "Enterprises.",
});
export type RecipientUnit = keyof typeof RecipientUnit;
