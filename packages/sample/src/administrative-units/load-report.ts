/** What became of the rows of the address database. */
export interface LoadReport {
  /** Rows that were kept, by kind. */
  readonly loaded: Readonly<Record<string, number>>;
  /** Rows that were kept with a correction, by what was wrong. */
  readonly repaired: Readonly<Record<string, number>>;
  /** Rows that were left out because of an error, by the error. */
  readonly rejected: Readonly<Record<string, number>>;
  /** Mappings that were left out because they are about provinces outside the sample. */
  readonly outside: number;
}

/** Counts rows while they are loaded. */
export class LoadReportBuilder {
  readonly #loaded = new Map<string, number>();
  readonly #repaired = new Map<string, number>();
  readonly #rejected = new Map<string, number>();
  #outside = 0;

  addLoaded(kind: string, rows: number): void {
    add(this.#loaded, kind, rows);
  }

  addRepaired(error: string): void {
    add(this.#repaired, error, 1);
  }

  addRejected(error: string): void {
    add(this.#rejected, error, 1);
  }

  addOutside(): void {
    this.#outside++;
  }

  build(): LoadReport {
    return {
      loaded: Object.fromEntries(this.#loaded),
      repaired: Object.fromEntries(this.#repaired),
      rejected: Object.fromEntries(this.#rejected),
      outside: this.#outside,
    };
  }
}

/** The report as lines of text for the terminal. */
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
