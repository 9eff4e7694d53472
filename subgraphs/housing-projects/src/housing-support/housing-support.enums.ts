import { registerEnumType } from "type-graphql";

export const HousingSupportProgram = {
  TEMPORARY_HOUSE_ELIMINATION: "TEMPORARY_HOUSE_ELIMINATION",
  GREAT_SOLIDARITY: "GREAT_SOLIDARITY",
  MERITORIOUS_HOUSING: "MERITORIOUS_HOUSING",
  PARTY_COMMITTEE_HOUSE: "PARTY_COMMITTEE_HOUSE",
  SOCIALISED_HOUSING: "SOCIALISED_HOUSING",
} as const;
export type HousingSupportProgram = keyof typeof HousingSupportProgram;

registerEnumType(HousingSupportProgram, {
  name: "HousingSupportProgram",
  description: "The program under which a household's house is built or repaired.",
  valuesConfig: {
    TEMPORARY_HOUSE_ELIMINATION: { description: "Replacing or repairing temporary and dilapidated houses." },
    GREAT_SOLIDARITY: { description: "Great Solidarity houses, paid from the Fund for the Poor." },
    MERITORIOUS_HOUSING: {
      description: "Houses of people with meritorious service and of relatives of martyrs.",
    },
    PARTY_COMMITTEE_HOUSE: {
      description: "Houses given by a Party committee or a public body to a poor household.",
    },
    SOCIALISED_HOUSING: {
      description: "Houses and sanitary facilities paid by businesses, donors and the community.",
    },
  },
});

export const ConstructionKind = {
  NEW_BUILD: "NEW_BUILD",
  REPAIR: "REPAIR",
  SANITARY_FACILITY: "SANITARY_FACILITY",
} as const;
export type ConstructionKind = keyof typeof ConstructionKind;

registerEnumType(ConstructionKind, {
  name: "ConstructionKind",
  description: "What is built with a housing support.",
  valuesConfig: {
    NEW_BUILD: { description: "A new house." },
    REPAIR: { description: "Repair of the house." },
    SANITARY_FACILITY: { description: "A latrine, bathroom or water tank." },
  },
});

export const FundingSource = {
  CENTRAL_BUDGET: "CENTRAL_BUDGET",
  PROVINCIAL_BUDGET: "PROVINCIAL_BUDGET",
  LOCAL_BUDGET: "LOCAL_BUDGET",
  FUND_FOR_THE_POOR: "FUND_FOR_THE_POOR",
  BUSINESSES_AND_DONORS: "BUSINESSES_AND_DONORS",
  HOUSEHOLD_AND_COMMUNITY: "HOUSEHOLD_AND_COMMUNITY",
} as const;
export type FundingSource = keyof typeof FundingSource;

registerEnumType(FundingSource, {
  name: "FundingSource",
  description: "Who pays a share of a housing support.",
  valuesConfig: {
    CENTRAL_BUDGET: { description: "The state budget at the center." },
    PROVINCIAL_BUDGET: { description: "The budget of the province or city." },
    LOCAL_BUDGET: { description: "The budget of the district (until 2025-06-30) or of the commune." },
    FUND_FOR_THE_POOR: { description: "The Fund for the Poor that the Fatherland Front keeps." },
    BUSINESSES_AND_DONORS: { description: "Businesses, organizations and private donors." },
    HOUSEHOLD_AND_COMMUNITY: { description: "The household itself, its relatives and neighbors." },
  },
});
