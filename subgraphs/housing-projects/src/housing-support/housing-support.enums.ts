import { enumType } from "@an-sinh/subgraph-kit/enum-type";

export const HousingSupportProgram = enumType(
  "HousingSupportProgram",
  "The program under which a household's house is built or repaired.",
  {
    TEMPORARY_HOUSE_ELIMINATION: "Replacing or repairing temporary and dilapidated houses.",
    GREAT_SOLIDARITY: "Great Solidarity houses, paid from the Fund for the Poor.",
    MERITORIOUS_HOUSING: "Houses of people with meritorious service and of relatives of martyrs.",
    PARTY_COMMITTEE_HOUSE: "Houses given by a Party committee or a public body to a poor household.",
    SOCIALIZED_HOUSING: "Houses and sanitary facilities paid by businesses, donors and the community.",
  },
);
export type HousingSupportProgram = keyof typeof HousingSupportProgram;

export const FundingSource = enumType("FundingSource", "Who pays a share of a housing support.", {
  CENTRAL_BUDGET: "The state budget at the center.",
  PROVINCIAL_BUDGET: "The budget of the province or city.",
  LOCAL_BUDGET: "The budget of the district (until 2025-06-30) or of the commune.",
  FUND_FOR_THE_POOR: "The Fund for the Poor that the Fatherland Front keeps.",
  BUSINESSES_AND_DONORS: "Businesses, organizations and private donors.",
  HOUSEHOLD_AND_COMMUNITY: "The household itself, its relatives and neighbors.",
});
export type FundingSource = keyof typeof FundingSource;
