import { readFileSync } from "node:fs";
import type { Child } from "../bench/contest/child.js";

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

/** How the memory of a process was, in MiB. Growth: a minute, of its second half, by least squares. */
export interface MemoryUse {
  /** As Linux counts it, with what a collection would take away. */
  readonly growthPerMinute: number;
  readonly most: number;
  /** What is left after a collection. NaN: it could not be asked twice. */
  readonly neededGrowthPerMinute: number;
  readonly neededLast: number;
}

/** The memory of processes over time. A process that was started again begins anew. */
export class MemoryWatch {
  readonly #resident = new Map<number, Sample[]>();
  readonly #needed = new Map<number, Sample[]>();
  readonly #started = performance.now();

  take(pid: number): void {
    const memoryMiB = memoryMiBOf(pid);
    if (memoryMiB !== null) this.#add(this.#resident, pid, memoryMiB);
  }

  /** Collects garbage in a process, and takes what is left. */
  async takeNeeded(child: Child): Promise<void> {
    const { pid } = child;
    // A process may end, or stand still for long.
    const bytes = await child.ask<number>("usedBytes").catch(() => null);
    if (bytes !== null) this.#add(this.#needed, pid, bytes / 1024 ** 2);
  }

  of(pid: number): MemoryUse {
    const resident = this.#resident.get(pid) ?? [];
    const needed = this.#needed.get(pid) ?? [];
    return {
      growthPerMinute: slopeOf(secondHalf(resident)),
      most: Math.max(0, ...resident.map(({ memoryMiB }) => memoryMiB)),
      neededGrowthPerMinute: slopeOf(secondHalf(needed)),
      neededLast: needed.at(-1)?.memoryMiB ?? Number.NaN,
    };
  }

  #add(to: Map<number, Sample[]>, pid: number, memoryMiB: number): void {
    const samples = to.get(pid) ?? [];
    samples.push({ minutes: (performance.now() - this.#started) / 60_000, memoryMiB });
    to.set(pid, samples);
  }
}

const secondHalf = (samples: readonly Sample[]) => samples.slice(Math.floor(samples.length / 2));

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
