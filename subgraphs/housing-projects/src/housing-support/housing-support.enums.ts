import { enumType } from "@an-sinh/subgraph-kit/enum-type";

export const HousingSupportProgram = enumType(
  "HousingSupportProgram",
  "The program under which a household's house is built or repaired.",
  {
    TEMPORARY_HOUSE_ELIMINATION: {
      vi: "Xóa nhà tạm, nhà dột nát",
      description: "Replacing or repairing temporary and dilapidated houses.",
    },
    GREAT_SOLIDARITY: {
      vi: "Nhà Đại đoàn kết",
      description: "Great Solidarity houses, paid from the Fund for the Poor.",
    },
    MERITORIOUS_HOUSING: {
      vi: "Nhà ở người có công và thân nhân liệt sĩ",
      description: "Houses of people with meritorious service and of relatives of martyrs.",
    },
    PARTY_COMMITTEE_HOUSE: {
      vi: "Nhà do cấp ủy, cơ quan tặng",
      description: "Houses given by a Party committee or a public body to a poor household.",
    },
    SOCIALIZED_HOUSING: {
      vi: "Nhà ở từ nguồn xã hội hóa",
      description: "Houses and sanitary facilities paid by businesses, donors and the community.",
    },
  },
);
export type HousingSupportProgram = keyof typeof HousingSupportProgram;

export const FundingSource = enumType("FundingSource", "Who pays a share of a housing support.", {
  CENTRAL_BUDGET: { vi: "Ngân sách trung ương", description: "The state budget at the center." },
  PROVINCIAL_BUDGET: { vi: "Ngân sách cấp tỉnh", description: "The budget of the province or city." },
  LOCAL_BUDGET: {
    vi: "Ngân sách cấp huyện, cấp xã",
    description: "The budget of the district (until 2025-06-30) or of the commune.",
  },
  FUND_FOR_THE_POOR: {
    vi: "Quỹ Vì người nghèo",
    description: "The Fund for the Poor that the Fatherland Front keeps.",
  },
  BUSINESSES_AND_DONORS: {
    vi: "Doanh nghiệp, nhà hảo tâm",
    description: "Businesses, organizations and private donors.",
  },
  HOUSEHOLD_AND_COMMUNITY: {
    vi: "Gia đình và cộng đồng",
    description: "The household itself, its relatives and neighbors.",
  },
});
export type FundingSource = keyof typeof FundingSource;
