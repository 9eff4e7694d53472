import { readFileSync } from "node:fs";

const millisecondsPerTick = 10;

/** User and system time of a process so far, in milliseconds, as Linux counts it. Null: another system. */
export function processorMsOf(pid: number): number | null {
  try {
    // The name of the program comes before these, in brackets.
    const fields = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ")[1]?.split(" ") ?? [];
    return (Number(fields[11]) + Number(fields[12])) * millisecondsPerTick;
  } catch {
    return null;
  }
}
