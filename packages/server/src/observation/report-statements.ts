/** The gateway asks a subgraph by this header to say in `extensions.statements` how many SQL statements it sent. */
export const reportStatementsHeader = "x-report-statements";
