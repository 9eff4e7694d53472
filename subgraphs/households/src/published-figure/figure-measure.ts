/**
 * The names of what the graph computes, by published program and indicator. An indicator without an entry is not
 * computed. Other departments compute some of them and look for these names, so a name is changed in all of them.
 */
const measures: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  "poverty reduction": {
    "poverty rate": "POVERTY_RATE",
    "near-poverty rate": "NEAR_POVERTY_RATE",
    "poor households": "POOR_HOUSEHOLDS",
    "near-poor households": "NEAR_POOR_HOUSEHOLDS",
    "poor households reduced": "POOR_HOUSEHOLDS_REDUCED",
    "poverty rate reduction target": "POVERTY_RATE_REDUCTION",
    "near-poverty rate reduction target": "NEAR_POVERTY_RATE_REDUCTION",
    "poverty rate reduction per year": "POVERTY_RATE_REDUCTION_PER_YEAR",
    "district reduction target, lowest": "LOWEST_DISTRICT_TARGET",
    "district reduction target, highest": "HIGHEST_DISTRICT_TARGET",
    "communes and villages out of extreme difficulty": "OUT_OF_EXTREME_DIFFICULTY",
    "ethnic-minority poverty rate reduction per year": "ETHNIC_MINORITY_RATE_REDUCTION",
    "target reached": "POVERTY_TARGET_REACHED",
  },
  population: { "ethnic-minority share": "ETHNIC_MINORITY_SHARE" },
  jobs: { "new jobs per year": "NEW_JOBS" },
  "vocational training": { "trained worker rate": "TRAINED_WORKER_RATE" },
  "COVID-19 support": {
    "enterprises supported": "COVID_ENTERPRISES",
    "business households supported": "COVID_BUSINESS_HOUSEHOLDS",
    "people supported": "COVID_PEOPLE",
    "support budget": "COVID_BUDGET",
  },
  "social insurance payments and gifts": { "support budget": "GIFTS_BUDGET" },
  "breeding cows": { "households supported": "BREEDING_HOUSEHOLDS", "support budget": "BREEDING_BUDGET" },
  "livelihood models": {
    "production models": "LIVELIHOOD_MODELS",
    "poor and near-poor households supported": "LIVELIHOOD_HOUSEHOLDS",
  },
  "Fund for the Poor": { "funds received": "FUND_RECEIVED" },
  "National Target Program on Sustainable Poverty Reduction": {
    "total capital": "CAPITAL",
    "central budget capital": "CENTRAL_CAPITAL",
    "component projects": "COMPONENT_PROJECTS",
    "sub-projects": "SUB_PROJECTS",
  },
  "local support top-up": { "support level against central": "TOP_UP" },
  "school milk (Resolution 31/2025/NQ-HDND)": {
    "provincial budget share, all pupils": "MILK_BUDGET_SHARE",
    "parents share, all pupils": "MILK_PARENTS_SHARE",
    "suppliers share, all pupils": "MILK_SUPPLIERS_SHARE",
    "provincial budget share, policy children": "MILK_BUDGET_SHARE_POLICY_CHILDREN",
    "parents share, policy children": "MILK_PARENTS_SHARE_POLICY_CHILDREN",
  },
  "social housing": {
    "social housing projects": "SOCIAL_HOUSING_PROJECTS",
    "land area": "SOCIAL_HOUSING_LAND",
    "planned apartments": "PLANNED_APARTMENTS",
    "completed apartments": "COMPLETED_APARTMENTS",
    "housing capacity": "HOUSING_CAPACITY",
    "land added": "LAND_RESERVED",
    "national apartment target": "NATIONAL_APARTMENT_TARGET",
  },
  "living conditions": { "living area per person": "LIVING_AREA" },
  "Great Solidarity houses": { "houses built or repaired": "GREAT_SOLIDARITY_HOUSES" },
  "temporary and dilapidated house elimination": {
    "houses newly built": "TEMPORARY_HOUSES_BUILT",
    "houses repaired": "TEMPORARY_HOUSES_REPAIRED",
    "support budget": "TEMPORARY_HOUSES_BUDGET",
    "target reached": "TEMPORARY_HOUSES_TARGET_REACHED",
  },
  "socialized housing support": {
    "houses built or repaired": "SOCIALIZED_HOUSES",
    "sanitary facilities built": "SOCIALIZED_SANITARY_FACILITIES",
    "support budget": "SOCIALIZED_BUDGET",
  },
  "social housing credit package": { "credit package": "HOUSING_PACKAGE_VOLUME" },
  "policy credit": {
    "households with loans": "HOUSEHOLDS_WITH_LOANS",
    "loans disbursed": "LOANS_DISBURSED",
  },
};

/** What the graph computes for a figure. Null: it does not compute it. */
export function measureOf(program: string, indicator: string): string | null {
  return measures[program]?.[indicator] ?? null;
}
