export const possibleTypes: Record<string, string[]> = {
  "Node": [
    "AdministrativeUnit",
    "CreditProgram",
    "Household",
    "HousingGrant",
    "Loan",
    "MeritoriousRecord",
    "Person",
    "PublishedFigure",
    "SocialHousingApplication",
    "SocialHousingProject"
  ]
};
