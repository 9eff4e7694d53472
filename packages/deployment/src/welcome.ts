/** A first request: what four departments know of Bac Ninh at the end of 2025. */
export const firstQuery = `{
  administrativeUnit(code: "24", on: "2025-12-31") {
    name
    poverty(year: 2025) { poor povertyRatePercent }
    housing(year: 2025) { socialHousingProjects completedApartments }
    credit(year: 2025) { borrowingHouseholds outstanding }
    meritorious(year: 2025) { beneficiaries paidCashlessPercent }
  }
}`;

/** What is printed once the graph answers. */
export function welcome(url: string, hasExplorer: boolean): string {
  return `
An Sinh is ready. Stop it with Ctrl-C.

  Endpoint  ${url}/graphql
  Explorer  ${hasExplorer ? `${url}/` : "off in production"}

A first query to paste:

${firstQuery.replaceAll(/^/gm, "  ")}
`;
}
