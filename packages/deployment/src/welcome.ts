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

/** A token that shows more: of an officer of Bac Ninh. */
export const tokenCommand = "npm run --silent token -- --role province-officer --area 24@2025-07-01";

/** The text that is printed when the graph is ready. `each` says of what there are several processes each. */
export function welcome(
  url: string,
  settings: GraphSettings,
  each: "" | " of the gateway and of each subgraph" = "",
): string {
  const { hasExplorer, pages, databases, workers, takesDevelopmentTokens } = settings;
  const lines: readonly (readonly [string, string] | false)[] = [
    ["Endpoint", `${url}/graphql`],
    hasExplorer && ["Explorer", `${url}/`],
    ...pageLines.map(([page, title]) => pages.includes(page) && ([title, `${url}/${page}/`] as const)),
    ["Reports", `${url}/reports`],
    ["Data", describeDatabases(databases)],
    ["Sign-in", describeSignIn(settings)],
    workers > 1 && ["Processes", `${workers}${each}`],
  ];
  const ready = lines.flatMap((line) => (line ? `  ${line[0].padEnd(10)}${line[1]}\n` : [])).join("");
  const firstSteps = `
A first query to paste:

${firstQuery.replaceAll(/^/gm, "  ")}
${takesDevelopmentTokens ? tokenHint : ""}`;
  return `\nAn Sinh is ready. Stop it with Ctrl-C.\n\n${ready}${hasExplorer ? firstSteps : ""}`;
}

const pageLines = [
  ["console", "Console"],
  ["docs", "Reference"],
] as const;

const tokenHint = `
Everyone sees statistics. To see households, people and loans, print a token and send it as the header
"Authorization: Bearer TOKEN":

  ${tokenCommand}
`;

const describeSignIn = ({ takesDevelopmentTokens, identity }: GraphSettings): string =>
  takesDevelopmentTokens
    ? "tokens of npm run token"
    : identity
      ? `tokens of ${identity.issuer}`
      : "off: JWKS is not set";

/** Where the data is, without what is secret in a URL. */
function describeDatabases({ own, mysqlUrl, dataFolder }: DatabaseSettings): string {
  const shared = mysqlUrl === undefined ? `SQLite files in ${dataFolder}` : "the server in MYSQL_URL";
  return [shared, ...[...own.keys()].map(databaseVariable)].join(", ");
}
