import { databaseVariable, type DatabaseSettings, type GraphSettings } from "./env.js";

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

/** The text that is printed when the graph is ready. `each` says of what there are several processes each. */
export function welcome(
  url: string,
  { hasExplorer, databases, workers }: GraphSettings,
  each: "" | " of the gateway and of each subgraph" = "",
): string {
  const ready = `
An Sinh is ready. Stop it with Ctrl-C.

  Endpoint  ${url}/graphql
  Data      ${describeDatabases(databases)}
${workers === 1 ? "" : `  Processes ${workers}${each}\n`}`;
  if (!hasExplorer) return ready;
  return `${ready}  Explorer  ${url}/

A first query to paste:

${firstQuery.replaceAll(/^/gm, "  ")}
`;
}

/** Where the data is, without what is secret in a URL. */
function describeDatabases({ own, mysqlUrl, dataFolder }: DatabaseSettings): string {
  const shared = mysqlUrl === undefined ? `SQLite files in ${dataFolder}` : "the server in MYSQL_URL";
  return [shared, ...[...own.keys()].map(databaseVariable)].join(", ");
}
