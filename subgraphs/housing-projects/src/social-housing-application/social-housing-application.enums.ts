import { enumType } from "@an-sinh/subgraph-kit/enum-type";

export const ApplicantGroup = enumType(
  "ApplicantGroup",
  "A group of people who may apply for social housing by the housing law.",
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
  "The status of an application for social housing today.",
  {
    SUBMITTED: "It was received and is not being reviewed yet.",
    UNDER_REVIEW: "The office checks whether the person meets the conditions.",
    APPROVED: "The person meets the conditions and waits for an apartment.",
    ALLOTTED: "The person was given an apartment.",
    REJECTED: "The person does not meet the conditions.",
    WITHDRAWN: "The person withdrew the application.",
  },
);
export type ApplicationStatus = keyof typeof ApplicationStatus;
