import { enumType } from "@an-sinh/subgraph-kit/enum-type";

export const AllowanceKind = enumType("AllowanceKind", "The kind of an allowance or a one-off benefit.", {
  MONTHLY: {
    vi: "Trợ cấp ưu đãi hằng tháng",
    description: "Monthly: the preferential allowance of the category.",
  },
  SUPPLEMENT: {
    vi: "Phụ cấp hằng tháng",
    description: "Monthly: added to the allowance, for instance for a severe injury.",
  },
  CAREGIVER: { vi: "Trợ cấp người phục vụ", description: "Monthly: for whoever cares for the person." },
  SURVIVOR: { vi: "Trợ cấp tuất", description: "Monthly: the allowance of a relative." },
  CONVALESCENCE: {
    vi: "Điều dưỡng phục hồi sức khỏe",
    description: "One-off: convalescence at home or in a center.",
  },
  GIFT: { vi: "Quà tặng lễ, Tết", description: "One-off: the gift on 27 July or at Tet." },
});
export type AllowanceKind = keyof typeof AllowanceKind;
