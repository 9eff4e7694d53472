import { enumType } from "@an-sinh/subgraph-kit/enum-type";

export const ApplicantGroup = enumType(
  "ApplicantGroup",
  "As whom a person applies for social housing: a group that the housing law names.",
  {
    MERITORIOUS_PERSON: "A person with meritorious service, or a relative of a martyr.",
    RURAL_POOR_OR_NEAR_POOR: "A member of a poor or near-poor household in the countryside.",
    URBAN_POOR_OR_NEAR_POOR: "A member of a poor or near-poor household in a town.",
    URBAN_LOW_INCOME: "A person with low income in a town.",
    WORKER: "A worker of an enterprise or cooperative, in an industrial park or outside.",
    ARMED_FORCES: "A member of the army or the police.",
    PUBLIC_EMPLOYEE: "A cadre, civil servant or public employee.",
    LAND_RECOVERED: "A person whose land or house the state recovered without giving another house.",
  },
);
export type ApplicantGroup = keyof typeof ApplicantGroup;

export const ApplicationStatus = enumType(
  "ApplicationStatus",
  "How far an application for social housing has come, as of today.",
  {
    SUBMITTED: "Received; nobody has looked at it yet.",
    UNDER_REVIEW: "Being checked against the conditions.",
    APPROVED: "The person meets the conditions and waits for an apartment.",
    ALLOTTED: "The person was given an apartment.",
    REJECTED: "The person does not meet the conditions.",
    WITHDRAWN: "The person took the application back.",
  },
);
export type ApplicationStatus = keyof typeof ApplicationStatus;
