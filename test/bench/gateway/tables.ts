import { againstPeers, headingOf, speedAgainst, type Result } from "../tables/compare.js";
import { markdownTable } from "../tables/markdown-table.js";
import { spreadOf, withRange, type Spread } from "../tables/spread.js";
import type { GatewayContestant } from "./contestants.js";
import type { GatewayMeasurement } from "./replay.js";

interface Measured {
  readonly contestants: readonly GatewayContestant[];
  readonly operations: readonly string[];
  readonly rounds: number;
  /** So many requests were in flight while memory was measured. */
  readonly crowd: number;
}

export interface GatewayMeasurements {
  readonly inRounds: readonly GatewayMeasurement[];
  /** Of memory. */
  readonly crowded: readonly GatewayMeasurement[];
}

/** The medians of one contestant on one operation. */
interface GatewayResult extends Result {
  readonly requestsPerSecond: Spread;
  readonly delayP99Ms: number;
  readonly fetches: number;
}

/** The tables of a run, and a sentence about this graph's gateway after each. */
export function tablesOf(measured: Measured, { inRounds, crowded }: GatewayMeasurements): string[] {
  return [
    ...measured.operations.flatMap((operation) => {
      const results = resultsOf(measured.contestants, inRounds, operation);
      return [`### ${headingOf(operation, inRounds)}`, speedTable(results), ...againstPeers(results, "ours")];
    }),
    ...(crowded.length > 0 ? ["### memory", memoryTable(measured, crowded)] : []),
  ];
}

function resultsOf(
  contestants: readonly GatewayContestant[],
  measurements: readonly GatewayMeasurement[],
  operation: string,
): GatewayResult[] {
  return contestants.flatMap((contestant) => {
    const own = measurements.filter(
      (measurement) => measurement.contestant === contestant.name && measurement.operation === operation,
    );
    if (own.length === 0) return [];
    const spread = (key: "cpuMs" | "requestsPerSecond" | "delayP99Ms" | "fetches") =>
      spreadOf(own.map((measurement) => measurement[key]));
    return {
      contestant,
      cpuMs: spread("cpuMs"),
      requestsPerSecond: spread("requestsPerSecond"),
      delayP99Ms: spread("delayP99Ms").median,
      fetches: spread("fetches").median,
    };
  });
}

function speedTable(results: readonly GatewayResult[]): string {
  const header = [
    "gateway",
    "processor ms per request",
    "× hand-written",
    "× stock",
    "requests/s",
    "loop delay p99, ms",
    "fetches",
  ];
  const rows = results.map((result) => [
    result.contestant.title,
    withRange(result.cpuMs, 2),
    speedAgainst(results, "hand-written", result),
    speedAgainst(results, "stock", result),
    withRange(result.requestsPerSecond, 0),
    result.delayP99Ms.toFixed(1),
    result.fetches.toFixed(1),
  ]);
  return markdownTable(header, rows);
}

function memoryTable({ contestants, crowd }: Measured, measurements: readonly GatewayMeasurement[]): string {
  const rows = contestants.flatMap(({ name, title }) =>
    measurements
      .filter(({ contestant }) => contestant === name)
      .map(({ memoryBytes }) => [title, (memoryBytes / 2 ** 20).toFixed(0)]),
  );
  return markdownTable(["gateway", `MiB for ${crowd.toLocaleString("en")} requests in flight`], rows);
}
