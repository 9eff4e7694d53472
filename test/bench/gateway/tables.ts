import type { Contestant } from "./contestants.js";
import { markdownTable } from "./markdown-table.js";
import { spreadOf, type Measurement, type Spread } from "./measurement.js";

interface Measured {
  readonly contestants: readonly Contestant[];
  readonly operations: readonly string[];
  readonly rounds: number;
  readonly connections: number;
}

/** The medians of one contestant on one operation. */
interface Result {
  readonly contestant: Contestant;
  readonly cpuMs: Spread;
  readonly requestsPerSecond: Spread;
  readonly delayP99Ms: number;
  readonly fetches: number;
}

/** The tables of a run, and a sentence about this graph's gateway after each. */
export function tablesOf(measured: Measured, measurements: readonly Measurement[]): string[] {
  const inRounds = measurements.filter(({ connections }) => connections === measured.connections);
  const crowded = measurements.filter(({ connections }) => connections !== measured.connections);
  return [
    ...measured.operations.flatMap((operation) => {
      const results = resultsOf(measured.contestants, inRounds, operation);
      return [headingOf(operation, inRounds), speedTable(results), ...comparison(results)];
    }),
    ...(crowded.length > 0 ? ["### memory", memoryTable(measured.contestants, crowded)] : []),
  ];
}

function headingOf(operation: string, measurements: readonly Measurement[]): string {
  const [{ answerBytes = 0 } = {}] = measurements.filter(
    (measurement) => measurement.operation === operation,
  );
  return `### ${operation}, answers of ${(answerBytes / 1000).toFixed(answerBytes < 10_000 ? 1 : 0)} kB`;
}

function resultsOf(
  contestants: readonly Contestant[],
  measurements: readonly Measurement[],
  operation: string,
): Result[] {
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

function speedTable(results: readonly Result[]): string {
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

/** How many requests it answers in the processor time in which the other one answers one. */
function speedAgainst(results: readonly Result[], name: string, { cpuMs }: Result): string {
  const other = results.find(({ contestant }) => contestant.name === name);
  return other ? (other.cpuMs.median / cpuMs.median).toFixed(2) : "";
}

/** How this graph's gateway compares with the best of the other gateways that share nothing either. */
function comparison(results: readonly Result[]): string[] {
  const ours = results.find(({ contestant }) => contestant.name === "ours");
  const [best] = results
    .filter(({ contestant }) => contestant.isPeer && !contestant.isSharing)
    .toSorted((a, b) => a.cpuMs.median - b.cpuMs.median);
  if (!ours || !best) return [];
  const factor = (best.cpuMs.median / ours.cpuMs.median).toFixed(2);
  return [
    `${ours.contestant.title} is ${factor} × as fast as ${best.contestant.title}, the best of the others.`,
  ];
}

function memoryTable(contestants: readonly Contestant[], measurements: readonly Measurement[]): string {
  const rows = contestants.flatMap(({ name, title }) =>
    measurements
      .filter(({ contestant }) => contestant === name)
      .map(({ memoryBytes }) => [title, (memoryBytes / 2 ** 20).toFixed(0)]),
  );
  return markdownTable(["gateway", "MiB for 1,000 requests in flight"], rows);
}

const withRange = ({ median, least, greatest }: Spread, digits: number): string =>
  `${median.toFixed(digits)} (${least.toFixed(digits)}–${greatest.toFixed(digits)})`;
