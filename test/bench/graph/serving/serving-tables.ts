import type { Measurement } from "../../contest/measurement.js";
import { againstPeers, headingOf, speedAgainst, type Result } from "../../tables/compare.js";
import { markdownTable } from "../../tables/markdown-table.js";
import { spreadOf, withRange, type Spread } from "../../tables/spread.js";
import type { ServingContestant } from "./contestants.js";
import type { Beside } from "./subgraph-processes.js";

export type ServingMeasurement = Measurement & Beside;

/** The medians of one contestant on one operation. `cpuMs` has the subgraphs' time too, not the database server's. */
interface ServingResult extends Result {
  readonly subgraphsMs: number;
  /** Null: there is no server, or it is not known. */
  readonly databaseMs: number | null;
  readonly requestsPerSecond: Spread;
  readonly delayP99Ms: number;
}

export interface OperationResults {
  readonly operation: string;
  readonly heading: string;
  readonly results: readonly ServingResult[];
}

export function servingResults(
  operation: string,
  contestants: readonly ServingContestant[],
  measurements: readonly ServingMeasurement[],
): OperationResults {
  const ofOperation = measurements.filter((measurement) => measurement.operation === operation);
  const results = contestants.flatMap((contestant) => {
    const own = ofOperation.filter((measurement) => measurement.contestant === contestant.name);
    return own.length === 0 ? [] : [resultOf(contestant, own)];
  });
  return { operation, heading: headingOf(operation, ofOperation), results };
}

function resultOf(contestant: ServingContestant, own: readonly ServingMeasurement[]): ServingResult {
  const spread = (read: (measurement: ServingMeasurement) => number) => spreadOf(own.map(read));
  const isServerKnown = own.every(({ databaseMs }) => databaseMs !== null);
  return {
    contestant,
    cpuMs: spread(({ cpuMs, subgraphsMs }) => cpuMs + subgraphsMs),
    subgraphsMs: spread(({ subgraphsMs }) => subgraphsMs).median,
    databaseMs: isServerKnown ? spread(({ databaseMs }) => databaseMs ?? 0).median : null,
    requestsPerSecond: spread(({ requestsPerSecond }) => requestsPerSecond),
    delayP99Ms: spread(({ delayP99Ms }) => delayP99Ms).median,
  };
}

interface TableColumn {
  readonly name: string;
  readonly cell: (result: ServingResult) => string;
}

export function servingSections({ heading, results }: OperationResults, store: string): string[] {
  const title = `### ${heading}, ${store}`;
  if (results.length === 0) return [title, "Nobody was measured."];
  const columns = columnsFor(results);
  const rows = results.map((result) => columns.map(({ cell }) => cell(result)));
  const header = columns.map(({ name }) => name);
  return [title, markdownTable(header, rows), ...againstPeers(results, "distributed")];
}

function columnsFor(results: readonly ServingResult[]): TableColumn[] {
  const hasServer = results.some(({ databaseMs }) => databaseMs !== null);
  const hasHandWritten = results.some(({ contestant }) => contestant.name === "hand-written");
  const server = {
    name: "database server",
    cell: ({ databaseMs }: ServingResult) => databaseMs?.toFixed(2) ?? "",
  };
  const handWritten = {
    name: "× hand-written",
    cell: (result: ServingResult) => speedAgainst(results, "hand-written", result),
  };
  return [
    { name: "server", cell: ({ contestant }) => contestant.title },
    { name: "processor ms per request", cell: ({ cpuMs }) => withRange(cpuMs, 2) },
    { name: "of it subgraphs", cell: ({ subgraphsMs }) => subgraphsMs.toFixed(2) },
    ...(hasServer ? [server] : []),
    ...(hasHandWritten ? [handWritten] : []),
    { name: "requests/s", cell: ({ requestsPerSecond }) => withRange(requestsPerSecond, 0) },
    { name: "loop delay p99, ms", cell: ({ delayP99Ms }) => delayP99Ms.toFixed(1) },
  ];
}
