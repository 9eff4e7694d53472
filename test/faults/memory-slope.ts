import { readFileSync } from "node:fs";

/** The memory of a process that is in use, in MiB, as Linux counts it. Null: it has ended, or another system. */
function memoryMiBOf(pid: number): number | null {
  try {
    const [, kiB] = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, "utf8")) ?? [];
    return kiB === undefined ? null : Number(kiB) / 1024;
  } catch {
    return null;
  }
}

interface Sample {
  readonly minutes: number;
  readonly memoryMiB: number;
}

/** The memory of processes over time. A process that was started again begins anew. */
export class MemoryWatch {
  readonly #samples = new Map<number, Sample[]>();
  readonly #started = performance.now();

  take(pid: number): void {
    const memoryMiB = memoryMiBOf(pid);
    if (memoryMiB === null) return;
    const samples = this.#samples.get(pid) ?? [];
    samples.push({ minutes: (performance.now() - this.#started) / 60_000, memoryMiB });
    this.#samples.set(pid, samples);
  }

  /** Of a process's second half: the growth by least squares, and the most that it had in all its time, in MiB. */
  of(pid: number): { readonly growthPerMinute: number; readonly most: number } {
    const samples = this.#samples.get(pid) ?? [];
    return {
      growthPerMinute: slopeOf(samples.slice(Math.floor(samples.length / 2))),
      most: Math.max(0, ...samples.map(({ memoryMiB }) => memoryMiB)),
    };
  }
}

function slopeOf(samples: readonly Sample[]): number {
  const meanOf = (valueOf: (sample: Sample) => number) =>
    samples.reduce((sum, sample) => sum + valueOf(sample), 0) / samples.length;
  const [time, memory] = [meanOf(({ minutes }) => minutes), meanOf(({ memoryMiB }) => memoryMiB)];
  const spread = samples.reduce((sum, { minutes }) => sum + (minutes - time) ** 2, 0);
  const both = samples.reduce(
    (sum, { minutes, memoryMiB }) => sum + (minutes - time) * (memoryMiB - memory),
    0,
  );
  return both / spread;
}
