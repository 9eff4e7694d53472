import { registerEnumType } from "type-graphql";

export const RecipientUnit = {
  PEOPLE: "PEOPLE",
  HOUSEHOLDS: "HOUSEHOLDS",
  BUSINESS_HOUSEHOLDS: "BUSINESS_HOUSEHOLDS",
  ENTERPRISES: "ENTERPRISES",
} as const;
export type RecipientUnit = keyof typeof RecipientUnit;

registerEnumType(RecipientUnit, {
  name: "RecipientUnit",
  description: "What a number of recipients counts.",
  valuesConfig: {
    PEOPLE: { description: "Persons." },
    HOUSEHOLDS: { description: "Households." },
    BUSINESS_HOUSEHOLDS: { description: "Households that run a registered business." },
    ENTERPRISES: { description: "Enterprises." },
  },
});
