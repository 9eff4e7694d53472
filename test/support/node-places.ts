/** Where objects are found for a root field that gives one by its id. */
export const found: Readonly<Record<string, string>> = {
  administrativeUnitById: "administrativeUnits(first: 3) { edges { node { id } } }",
  creditProgramById: "creditPrograms { id }",
  household: "households(first: 3) { edges { node { id } } }",
  housingGrant: "meritoriousRecords(first: 100) { edges { node { housingGrants { id } } } }",
  loan: "loans(first: 3) { edges { node { id } } }",
  meritoriousRecord: "meritoriousRecords(first: 3) { edges { node { id } } }",
  person: "households(first: 3) { edges { node { head { id } } } }",
  publishedFigure: "publishedFigures(first: 3) { edges { node { id } } }",
  socialHousingApplication:
    "socialHousingProjects(first: 20) { edges { node { applications(first: 3) { edges { node { id } } } } } }",
  socialHousingProject: "socialHousingProjects(first: 3) { edges { node { id } } }",
};
