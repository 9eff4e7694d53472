/** The first query for newcomers: figures of all four departments about Bac Ninh at the end of 2025. */
export const firstQuery = `{
  administrativeUnit(code: "24", on: "2025-12-31") {
    name
    poverty(year: 2025) { poor povertyRatePercent }
    housing(year: 2025) { socialHousingProjects completedApartments }
    credit(year: 2025) { borrowingHouseholds outstanding }
    meritorious(year: 2025) { beneficiaries paidCashlessPercent }
  }
}`;

/** The text that is printed when the graph is ready. */
export function welcome(url: string, hasExplorer: boolean): string {
  return `
An Sinh is ready. Stop it with Ctrl-C.

  Endpoint  ${url}/graphql
  Explorer  ${hasExplorer ? `${url}/` : "off in production"}

A first query to paste:

${firstQuery.replaceAll(/^/gm, "  ")}
`;
}
