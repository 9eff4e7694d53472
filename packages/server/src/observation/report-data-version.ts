/**
 * The gateway asks a subgraph by this header to say in `extensions.dataVersion` by which version of its data it answered: a
 * text that changes whenever an answer may. No data of the response is older than that version.
 */
export const reportDataVersionHeader = "x-report-data-version";

/** The most characters of a version. */
export const longestDataVersion = 200;
