import { registerEnumType } from "type-graphql";

export const ApplicantGroup = {
  MERITORIOUS_PERSON: "MERITORIOUS_PERSON",
  RURAL_POOR_OR_NEAR_POOR: "RURAL_POOR_OR_NEAR_POOR",
  URBAN_POOR_OR_NEAR_POOR: "URBAN_POOR_OR_NEAR_POOR",
  URBAN_LOW_INCOME: "URBAN_LOW_INCOME",
  WORKER: "WORKER",
  ARMED_FORCES: "ARMED_FORCES",
  PUBLIC_EMPLOYEE: "PUBLIC_EMPLOYEE",
  LAND_RECOVERED: "LAND_RECOVERED",
} as const;
export type ApplicantGroup = keyof typeof ApplicantGroup;

registerEnumType(ApplicantGroup, {
  name: "ApplicantGroup",
  description: "As whom a person applies for social housing: a group that the housing law names.",
  valuesConfig: {
    MERITORIOUS_PERSON: { description: "A person with meritorious service, or a relative of a martyr." },
    RURAL_POOR_OR_NEAR_POOR: { description: "A member of a poor or near-poor household in the countryside." },
    URBAN_POOR_OR_NEAR_POOR: { description: "A member of a poor or near-poor household in a town." },
    URBAN_LOW_INCOME: { description: "A person with low income in a town." },
    WORKER: { description: "A worker of an enterprise or cooperative, in an industrial park or outside." },
    ARMED_FORCES: { description: "A member of the army or the police." },
    PUBLIC_EMPLOYEE: { description: "A cadre, civil servant or public employee." },
    LAND_RECOVERED: {
      description: "A person whose land or house the state recovered without giving another house.",
    },
  },
});

export const ApplicationStatus = {
  SUBMITTED: "SUBMITTED",
  UNDER_REVIEW: "UNDER_REVIEW",
  APPROVED: "APPROVED",
  ALLOTTED: "ALLOTTED",
  REJECTED: "REJECTED",
  WITHDRAWN: "WITHDRAWN",
} as const;
export type ApplicationStatus = keyof typeof ApplicationStatus;

registerEnumType(ApplicationStatus, {
  name: "ApplicationStatus",
  description: "How far an application for social housing has come, as of today.",
  valuesConfig: {
    SUBMITTED: { description: "Received; nobody has looked at it yet." },
    UNDER_REVIEW: { description: "Being checked against the conditions." },
    APPROVED: { description: "The person meets the conditions and waits for an apartment." },
    ALLOTTED: { description: "The person was given an apartment." },
    REJECTED: { description: "The person does not meet the conditions." },
    WITHDRAWN: { description: "The person took the application back." },
  },
});
