import { enumType } from "@an-sinh/subgraph-kit/enum-type";

export const HousingAudience = enumType(
  "HousingAudience",
  "The people for whom a social housing project is built.",
  {
    LOW_INCOME: { vi: "Người thu nhập thấp", description: "People with low income, mostly in towns." },
    INDUSTRIAL_WORKERS: {
      vi: "Công nhân khu công nghiệp",
      description: "Workers of industrial parks and of other enterprises.",
    },
    ARMED_FORCES: { vi: "Lực lượng vũ trang nhân dân", description: "Members of the army and the police." },
  },
);
export type HousingAudience = keyof typeof HousingAudience;

export const ProjectStatus = enumType("ProjectStatus", "The status of a social housing project today.", {
  PLANNED: { vi: "Đã quy hoạch", description: "The land is set aside; the investment is not approved yet." },
  APPROVED: { vi: "Đã phê duyệt", description: "The investment is approved; building has not begun." },
  UNDER_CONSTRUCTION: { vi: "Đang xây dựng", description: "Building has begun; no apartment is completed." },
  PARTLY_COMPLETED: {
    vi: "Hoàn thành một phần",
    description: "Some of the planned apartments are completed.",
  },
  COMPLETED: { vi: "Hoàn thành", description: "All planned apartments are completed." },
  SUSPENDED: { vi: "Tạm dừng", description: "The investment was approved, but building was stopped." },
});
export type ProjectStatus = keyof typeof ProjectStatus;
