import { todayInVietNam } from "@an-sinh/subgraph-kit/calendar";
import type { FileKind, Problem, Row } from "../file-kind.js";
import { examineRows, noProblems, type Stage } from "./stage.js";

/** Checks what a line says against the kind's own rules. */
export function validate(kind: FileKind): Stage {
  const today = todayInVietNam();
  return (rows) =>
    examineRows(rows, (row) => {
      const order = endsBeforeItBegins(kind, row.values);
      const rule = kind.validate?.(row.values, row.cells, today) ?? null;
      if (order === null && rule === null) return { row, problems: noProblems };
      return { row, problems: [order, rule].filter((problem) => problem !== null) };
    });
}

/** Days are texts that sort as they are. */
function endsBeforeItBegins({ period, columns }: FileKind, values: Row): Problem | null {
  if (!period) return null;
  const [from, to] = period;
  const begins = values[from] ?? null;
  const ends = values[to] ?? null;
  if (begins === null || ends === null || begins <= ends) return null;
  const nameOf = (property: string) => columns.find((column) => column.property === property)?.name ?? "";
  return { column: nameOf(to), expected: `a day not before ${nameOf(from)}` };
}
