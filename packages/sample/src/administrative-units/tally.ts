/** How many rows came through, and why the others did not. */
export interface LoadReport {
  /** Rows kept, by kind. */
  readonly loaded: Readonly<Record<string, number>>;
  /** Rows kept after something in them was put right, by what was wrong. */
  readonly repaired: Readonly<Record<string, number>>;
  /** Rows left out, by reason. */
  readonly rejected: Readonly<Record<string, number>>;
  /** Rows that are in order as far as was looked, but not about this sample's provinces. */
  readonly outside: number;
}

/** Counts rows while they are loaded. */
export class Tally {
  readonly #loaded = new Map<string, number>();
  readonly #repaired = new Map<string, number>();
  readonly #rejected = new Map<string, number>();
  #outside = 0;

  load(kind: string, rows: number): void {
    add(this.#loaded, kind, rows);
  }

  repair(reason: string): void {
    add(this.#repaired, reason, 1);
  }

  reject(reason: string): void {
    add(this.#rejected, reason, 1);
  }

  leaveOutside(): void {
    this.#outside++;
  }

  report(): LoadReport {
    return {
      loaded: Object.fromEntries(this.#loaded),
      repaired: Object.fromEntries(this.#repaired),
      rejected: Object.fromEntries(this.#rejected),
      outside: this.#outside,
    };
  }
}

/** The report in a few lines for a person to read. */
export function describeLoad(report: LoadReport): string[] {
  return [
    `Administrative units: loaded ${list(report.loaded)}.`,
    `Of the address database, repaired: ${list(report.repaired)}; rejected: ${list(report.rejected)}; ` +
      `${report.outside.toLocaleString("en")} mappings are outside the provinces of this sample.`,
  ];
}

function list(counts: Readonly<Record<string, number>>): string {
  const parts = Object.entries(counts).map(([reason, rows]) => `${rows.toLocaleString("en")} ${reason}`);
  return parts.length === 0 ? "none" : parts.join(", ");
}

function add(counts: Map<string, number>, key: string, rows: number): void {
  counts.set(key, (counts.get(key) ?? 0) + rows);
}
