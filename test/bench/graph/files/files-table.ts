import type { ProgramRun } from "../../run-program.js";
import { markdownTable } from "../../tables/markdown-table.js";
import type { Goal } from "../goals.js";

/** What one kind of file took, less what a file without rows takes. */
export interface MeasuredKind {
  readonly kind: string;
  readonly rows: number;
  readonly isNew: ProgramRun;
  readonly unchanged: ProgramRun;
  readonly exported: ProgramRun;
}

/** Of fewer rows the rate says nothing. */
const enoughRows = 20_000;
const wantedRate = 20_000;

const isLarge = ({ rows }: MeasuredKind): boolean => rows >= enoughRows;

export function filesTable(measured: readonly MeasuredKind[]): string {
  const header = [
    "kind",
    "rows",
    "import, all new: rows/s",
    "per processor s",
    "import, unchanged: rows/s",
    "per processor s",
    "export: rows/s",
    "per processor s",
  ];
  const rows = measured.filter(isLarge).map((found) => {
    const { kind, rows: count, isNew, unchanged, exported } = found;
    const rates = [isNew, unchanged, exported].flatMap((run) => [
      format(count / run.seconds),
      format(count / run.cpuSeconds),
    ]);
    return [kind, format(count), ...rates];
  });
  const small = measured
    .filter((found) => !isLarge(found))
    .map(({ kind, rows: count }) => `${kind} (${count})`);
  return `${markdownTable(header, rows)}\n\nToo small for a rate, with the number of rows: ${small.join(", ")}.`;
}

/** The goal is about SQLite. */
export function filesGoals(measured: readonly MeasuredKind[], store: string): Goal[] {
  const [slowest] = measured.filter(isLarge).toSorted((a, b) => rateOf(a) - rateOf(b));
  if (!slowest || store !== "SQLite") return [];
  const reached = `${format(rateOf(slowest))} rows/s, the slowest: ${slowest.kind}`;
  const goal = `import of every kind: at least ${format(wantedRate)} rows/s`;
  return [{ goal, store, reached, isReached: rateOf(slowest) >= wantedRate }];
}

const rateOf = ({ rows, isNew }: MeasuredKind): number => rows / isNew.seconds;

const format = (count: number): string => Math.round(count).toLocaleString("en");
