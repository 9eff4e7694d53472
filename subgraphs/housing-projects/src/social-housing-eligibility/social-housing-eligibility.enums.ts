import { registerEnumType } from "type-graphql";

export const ApplicantSituation = {
  SINGLE: "SINGLE",
  SINGLE_PARENT: "SINGLE_PARENT",
  COUPLE: "COUPLE",
} as const;
export type ApplicantSituation = keyof typeof ApplicantSituation;

registerEnumType(ApplicantSituation, {
  name: "ApplicantSituation",
  description: "Whose income an income ceiling for social housing is about.",
  valuesConfig: {
    SINGLE: { description: "One person without husband or wife." },
    SINGLE_PARENT: { description: "One person without husband or wife who brings up a child under 18." },
    COUPLE: { description: "Husband and wife, their incomes together." },
  },
});

export const SocialHousingRule = {
  BELONGS_TO_GROUP: "BELONGS_TO_GROUP",
  INCOME_WITHIN_CEILING: "INCOME_WITHIN_CEILING",
  MILITARY_PAY_WITHIN_CEILING: "MILITARY_PAY_WITHIN_CEILING",
  HOUSING_NEED: "HOUSING_NEED",
  NO_SOCIAL_HOUSING_BEFORE: "NO_SOCIAL_HOUSING_BEFORE",
} as const;
export type SocialHousingRule = keyof typeof SocialHousingRule;

registerEnumType(SocialHousingRule, {
  name: "SocialHousingRule",
  description: "A condition for social housing. Which of them hold for a group is dated data.",
  valuesConfig: {
    BELONGS_TO_GROUP: { description: "The applicant belongs to the group." },
    INCOME_WITHIN_CEILING: { description: "The monthly income is at or below the ceiling of the day." },
    MILITARY_PAY_WITHIN_CEILING: {
      description: "The pay is at or below that of the rank that the decree names for the armed forces.",
    },
    HOUSING_NEED: {
      description: "No house of their own in the province, or less floor area a person than the minimum.",
    },
    NO_SOCIAL_HOUSING_BEFORE: { description: "No social housing was bought or rented-to-buy before." },
  },
});

export const ConditionStatus = { MET: "MET", NOT_MET: "NOT_MET", NOT_KNOWN: "NOT_KNOWN" } as const;
export type ConditionStatus = keyof typeof ConditionStatus;

registerEnumType(ConditionStatus, {
  name: "ConditionStatus",
  description: "What the registers say about a condition.",
  valuesConfig: {
    MET: { description: "It is met." },
    NOT_MET: { description: "It is not met." },
    NOT_KNOWN: { description: "No register holds the fact: the applicant has to prove it." },
  },
});

export const SocialHousingVerdict = {
  ELIGIBLE: "ELIGIBLE",
  TO_BE_PROVEN: "TO_BE_PROVEN",
  NOT_ELIGIBLE: "NOT_ELIGIBLE",
} as const;
export type SocialHousingVerdict = keyof typeof SocialHousingVerdict;

registerEnumType(SocialHousingVerdict, {
  name: "SocialHousingVerdict",
  description: "What the conditions come to.",
  valuesConfig: {
    ELIGIBLE: { description: "Every condition is met." },
    TO_BE_PROVEN: { description: "No condition is known not to be met, but some have to be proven." },
    NOT_ELIGIBLE: { description: "At least one condition is not met." },
  },
});
