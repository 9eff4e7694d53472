import { enumType } from "@an-sinh/subgraph-kit/enum-type";

export const ApplicantSituation = enumType(
  "ApplicantSituation",
  "The family situation that an income ceiling for social housing is set for.",
  {
    SINGLE: { vi: "Độc thân", description: "One person without husband or wife." },
    SINGLE_PARENT: {
      vi: "Độc thân nuôi con dưới 18 tuổi",
      description: "One person without husband or wife who brings up a child under 18.",
    },
    COUPLE: { vi: "Vợ chồng", description: "Husband and wife, their incomes together." },
  },
);
export type ApplicantSituation = keyof typeof ApplicantSituation;

export const SocialHousingRule = enumType(
  "SocialHousingRule",
  "A condition for social housing. Which conditions a group has to meet depends on the day.",
  {
    BELONGS_TO_GROUP: { vi: "Thuộc nhóm đối tượng", description: "The applicant belongs to the group." },
    INCOME_WITHIN_CEILING: {
      vi: "Thu nhập không vượt mức trần",
      description: "The monthly income is at or below the ceiling of the day.",
    },
    MILITARY_PAY_WITHIN_CEILING: {
      vi: "Thu nhập lực lượng vũ trang không vượt mức trần",
      description: "The pay is at or below that of the rank that the decree names for the armed forces.",
    },
    HOUSING_NEED: {
      vi: "Chưa có nhà hoặc diện tích dưới mức tối thiểu",
      description:
        "The applicant owns no house in the province, or has less floor area a person than the minimum.",
    },
    NO_SOCIAL_HOUSING_BEFORE: {
      vi: "Chưa mua, thuê mua nhà ở xã hội",
      description: "The household has not bought social housing or taken it on lease purchase before.",
    },
  },
);
export type SocialHousingRule = keyof typeof SocialHousingRule;

export const ConditionStatus = enumType(
  "ConditionStatus",
  "Whether a condition is met, by the registers of the departments.",
  {
    MET: { vi: "Đáp ứng", description: "It is met." },
    NOT_MET: { vi: "Không đáp ứng", description: "It is not met." },
    NOT_KNOWN: {
      vi: "Cần chứng minh",
      description: "No register holds the fact. The applicant has to prove it.",
    },
  },
);
export type ConditionStatus = keyof typeof ConditionStatus;

export const SocialHousingVerdict = enumType(
  "SocialHousingVerdict",
  "The result of all conditions together.",
  {
    ELIGIBLE: { vi: "Đủ điều kiện", description: "Every condition is met." },
    TO_BE_PROVEN: {
      vi: "Cần chứng minh",
      description: "No condition is known to fail, but the applicant has to prove at least one.",
    },
    NOT_ELIGIBLE: { vi: "Không đủ điều kiện", description: "At least one condition is not met." },
  },
);
export type SocialHousingVerdict = keyof typeof SocialHousingVerdict;
