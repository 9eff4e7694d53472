import { enumType } from "@an-sinh/subgraph-kit/enum-type";

export const HousingAudience = enumType(
  "HousingAudience",
  "The people for whom a social housing project is built.",
  {
    LOW_INCOME: "People with low income, mostly in towns.",
    INDUSTRIAL_WORKERS: "Workers of industrial parks and of other enterprises.",
    ARMED_FORCES: "Members of the army and the police.",
  },
);
export type HousingAudience = keyof typeof HousingAudience;

export const ProjectStatus = enumType("ProjectStatus", "The status of a social housing project today.", {
  PLANNED: "The land is set aside; the investment is not approved yet.",
  APPROVED: "The investment is approved; building has not begun.",
  UNDER_CONSTRUCTION: "Building has begun; no apartment is completed.",
  PARTLY_COMPLETED: "Some of the planned apartments are completed.",
  COMPLETED: "All planned apartments are completed.",
  SUSPENDED: "The investment was approved, but building was stopped.",
});
export type ProjectStatus = keyof typeof ProjectStatus;
