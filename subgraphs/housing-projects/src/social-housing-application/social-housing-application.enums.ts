import { enumType } from "@an-sinh/subgraph-kit/enum-type";

export const ApplicantGroup = enumType(
  "ApplicantGroup",
  "A group of people who may apply for social housing by the housing law.",
  {
    MERITORIOUS_PERSON: {
      vi: "Người có công, thân nhân liệt sĩ",
      description: "A person with meritorious service, or a relative of a martyr.",
    },
    RURAL_POOR_OR_NEAR_POOR: {
      vi: "Hộ nghèo, cận nghèo khu vực nông thôn",
      description: "A member of a poor or near-poor household in the countryside.",
    },
    URBAN_POOR_OR_NEAR_POOR: {
      vi: "Hộ nghèo, cận nghèo khu vực đô thị",
      description: "A member of a poor or near-poor household in a town.",
    },
    URBAN_LOW_INCOME: {
      vi: "Người thu nhập thấp khu vực đô thị",
      description: "A person with low income in a town.",
    },
    WORKER: {
      vi: "Công nhân, người lao động",
      description: "A worker of an enterprise or cooperative, in an industrial park or outside.",
    },
    ARMED_FORCES: { vi: "Lực lượng vũ trang nhân dân", description: "A member of the army or the police." },
    PUBLIC_EMPLOYEE: {
      vi: "Cán bộ, công chức, viên chức",
      description: "A cadre, civil servant or public employee.",
    },
    LAND_RECOVERED: {
      vi: "Người bị thu hồi đất, nhà ở",
      description: "A person whose land or house the state recovered without giving another house.",
    },
  },
);
export type ApplicantGroup = keyof typeof ApplicantGroup;

export const ApplicationStatus = enumType(
  "ApplicationStatus",
  "The status of an application for social housing today.",
  {
    SUBMITTED: { vi: "Đã nộp", description: "It was received and is not being reviewed yet." },
    UNDER_REVIEW: {
      vi: "Đang thẩm định",
      description: "The office checks whether the person meets the conditions.",
    },
    APPROVED: { vi: "Đã duyệt", description: "The person meets the conditions and waits for an apartment." },
    ALLOTTED: { vi: "Đã được bố trí nhà", description: "The person was given an apartment." },
    REJECTED: { vi: "Không đủ điều kiện", description: "The person does not meet the conditions." },
    WITHDRAWN: { vi: "Đã rút", description: "The person withdrew the application." },
  },
);
export type ApplicationStatus = keyof typeof ApplicationStatus;
