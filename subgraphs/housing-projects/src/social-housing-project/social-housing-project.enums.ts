import { registerEnumType } from "type-graphql";

export const HousingAudience = {
  LOW_INCOME: "LOW_INCOME",
  INDUSTRIAL_WORKERS: "INDUSTRIAL_WORKERS",
  ARMED_FORCES: "ARMED_FORCES",
} as const;
export type HousingAudience = keyof typeof HousingAudience;

registerEnumType(HousingAudience, {
  name: "HousingAudience",
  description: "For whom a social housing project is built.",
  valuesConfig: {
    LOW_INCOME: { description: "People with low income, mostly in towns." },
    INDUSTRIAL_WORKERS: { description: "Workers of industrial parks and of other enterprises." },
    ARMED_FORCES: { description: "Members of the army and the police." },
  },
});

export const ProjectStatus = {
  PLANNED: "PLANNED",
  APPROVED: "APPROVED",
  UNDER_CONSTRUCTION: "UNDER_CONSTRUCTION",
  PARTLY_COMPLETED: "PARTLY_COMPLETED",
  COMPLETED: "COMPLETED",
  SUSPENDED: "SUSPENDED",
} as const;
export type ProjectStatus = keyof typeof ProjectStatus;

registerEnumType(ProjectStatus, {
  name: "ProjectStatus",
  description: "How far a social housing project has come, as of today.",
  valuesConfig: {
    PLANNED: { description: "The land is set aside; the investment is not approved yet." },
    APPROVED: { description: "The investment is approved; building has not begun." },
    UNDER_CONSTRUCTION: { description: "Building has begun; no apartment is completed." },
    PARTLY_COMPLETED: { description: "Some of the planned apartments are completed." },
    COMPLETED: { description: "All planned apartments are completed." },
    SUSPENDED: { description: "Approved, but building was halted." },
  },
});
