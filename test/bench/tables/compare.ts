import type { Spread } from "./spread.js";

/** What a contestant's row of a table is made from. */
export interface Result {
  readonly contestant: {
    readonly name: string;
    readonly title: string;
    readonly isPeer: boolean;
    readonly isSharing: boolean;
  };
  /** Processor time per request. */
  readonly cpuMs: Spread;
}

/** "large, answers of 115 kB" */
export function headingOf(
  operation: string,
  measurements: readonly { readonly operation: string; readonly answerBytes: number }[],
): string {
  const [{ answerBytes = 0 } = {}] = measurements.filter(
    (measurement) => measurement.operation === operation,
  );
  return `${operation}, answers of ${(answerBytes / 1000).toFixed(answerBytes < 10_000 ? 1 : 0)} kB`;
}

/** How many requests it answers in the processor time in which the other one answers one. Empty: the other one is not there. */
export function speedAgainst(results: readonly Result[], name: string, { cpuMs }: Result): string {
  const other = results.find(({ contestant }) => contestant.name === name);
  return other ? (other.cpuMs.median / cpuMs.median).toFixed(2) : "";
}

/** How a contestant compares with the best of the other gateways that share nothing either. */
export function againstPeers(results: readonly Result[], name: string): string[] {
  const ours = results.find(({ contestant }) => contestant.name === name);
  const [best] = results
    .filter(({ contestant }) => contestant.isPeer && !contestant.isSharing)
    .toSorted((a, b) => a.cpuMs.median - b.cpuMs.median);
  if (!ours || !best) return [];
  const factor = (best.cpuMs.median / ours.cpuMs.median).toFixed(2);
  return [
    `${ours.contestant.title} is ${factor} × as fast as ${best.contestant.title}, the best of the others.`,
  ];
}
