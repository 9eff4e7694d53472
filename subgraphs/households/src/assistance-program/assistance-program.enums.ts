import { enumType } from "@an-sinh/subgraph-kit/enum-type";

export const AssistanceKind = enumType("AssistanceKind", "What a program of assistance gives.", {
  MONTHLY_CASH: "An amount every month.",
  ONE_OFF_CASH: "An amount once.",
  INSURANCE_PREMIUM: "Premiums of an insurance, paid for the recipient.",
  GOODS: "Goods or animals, with their value.",
  PRODUCTION_SUPPORT: "Means of production within a model that households take part in.",
});
export type AssistanceKind = keyof typeof AssistanceKind;
