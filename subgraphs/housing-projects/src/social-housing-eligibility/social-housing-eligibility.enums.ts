import { enumType } from "@an-sinh/subgraph-kit/enum-type";

export const ApplicantSituation = enumType(
  "ApplicantSituation",
  "Whose income an income ceiling for social housing is about.",
  {
    SINGLE: "One person without husband or wife.",
    SINGLE_PARENT: "One person without husband or wife who brings up a child under 18.",
    COUPLE: "Husband and wife, their incomes together.",
  },
);
export type ApplicantSituation = keyof typeof ApplicantSituation;

export const SocialHousingRule = enumType(
  "SocialHousingRule",
  "A condition for social housing. Which of them hold for a group is dated data.",
  {
    BELONGS_TO_GROUP: "The applicant belongs to the group.",
    INCOME_WITHIN_CEILING: "The monthly income is at or below the ceiling of the day.",
    MILITARY_PAY_WITHIN_CEILING:
      "The pay is at or below that of the rank that the decree names for the armed forces.",
    HOUSING_NEED: "No house of their own in the province, or less floor area a person than the minimum.",
    NO_SOCIAL_HOUSING_BEFORE: "No social housing was bought or rented-to-buy before.",
  },
);
export type SocialHousingRule = keyof typeof SocialHousingRule;

export const ConditionStatus = enumType("ConditionStatus", "What the registers say about a condition.", {
  MET: "It is met.",
  NOT_MET: "It is not met.",
  NOT_KNOWN: "No register holds the fact: the applicant has to prove it.",
});
export type ConditionStatus = keyof typeof ConditionStatus;

export const SocialHousingVerdict = enumType("SocialHousingVerdict", "What the conditions come to.", {
  ELIGIBLE: "Every condition is met.",
  TO_BE_PROVEN: "No condition is known not to be met, but some have to be proven.",
  NOT_ELIGIBLE: "At least one condition is not met.",
});
export type SocialHousingVerdict = keyof typeof SocialHousingVerdict;
