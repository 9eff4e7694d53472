import { useMemo, useRef } from "preact/hooks";
import type { Column } from "../catalog/catalog.types.js";
import { lackingColumns } from "../run/cell-state.js";
import type { ReportRun } from "../run/report-run.js";
import type { Row } from "../run/report-stream.js";
import { useLocale } from "../texts/locale.js";
import { columnWidths } from "./column-widths.js";
import { Heading } from "./heading.js";
import { rowHeight, rowWindow } from "./row-window.js";
import type { Sort } from "./sort-rows.js";
import { TableCell } from "./table-cell.js";
import { useScroll } from "./use-scroll.js";

export interface ShownColumn {
  readonly column: Column;
  /** The cell's place in a row. */
  readonly index: number;
}

interface Props {
  readonly caption: string;
  readonly columns: readonly ShownColumn[];
  /** Sorted. */
  readonly rows: readonly Row[];
  readonly run: ReportRun;
  readonly sort: Sort | undefined;
  readonly setSort: (sort: Sort | undefined) => void;
}

/** A table of any length: only the rows that are seen are drawn; a screen reader knows how many there are. */
export function DataTable({ caption, columns, rows, run, sort, setSort }: Props) {
  const box = useRef<HTMLDivElement>(null);
  const { top, height } = useScroll(box);
  const widths = useWidths(columns, rows);
  const lacking = useMemo(() => lackingColumns(run.errors), [run.errors]);
  const { first, end } = rowWindow(rows.length, top, height);
  return (
    // A keyboard must be able to scroll it.
    <div class="table-box" ref={box} tabIndex={0} role="region" aria-label={caption}>
      <table aria-rowcount={rows.length + 1} style={{ width: `${sum(widths)}ch` }}>
        <caption class="visually-hidden">{caption}</caption>
        <colgroup>
          {columns.map(({ column }, index) => (
            <col key={column.name} style={{ width: `${widths[index] ?? 0}ch` }} />
          ))}
        </colgroup>
        <thead>
          <tr aria-rowindex={1}>
            {columns.map(({ column }) => (
              <Heading key={column.name} column={column} sort={sort} setSort={setSort} />
            ))}
          </tr>
        </thead>
        <tbody>
          <Space rows={first} columns={columns.length} />
          {rows.slice(first, end).map((row, offset) => (
            <tr key={first + offset} aria-rowindex={first + offset + 2}>
              {columns.map(({ column, index }) => (
                <TableCell key={column.name} column={column} cell={row[index] ?? null} lacking={lacking} />
              ))}
            </tr>
          ))}
          <Space rows={rows.length - end} columns={columns.length} />
        </tbody>
      </table>
    </div>
  );
}

const sum = (numbers: readonly number[]) => numbers.reduce((all, one) => all + one, 0);

/** Padding of a cell on both sides, in characters. */
const padding = 3;

/** Widths are settled by the first rows: they change with columns and language, not with every row. */
function useWidths(columns: readonly ShownColumn[], rows: readonly Row[]): readonly number[] {
  const { format, texts, say } = useLocale();
  const settled = Math.min(rows.length, 200);
  return useMemo(() => {
    const write = (column: Column, row: Row, place: number) =>
      format.cell(column, row[columns[place]?.index ?? 0] ?? null, texts);
    const heading = ({ title, kind }: Column) =>
      `${say(title)}${kind === "money" ? ` (${texts.unitMoney})` : ""} ▲`;
    const shown = columns.map(({ column }) => column);
    return columnWidths(shown, rows, write, heading).map((width) => width + padding);
  }, [columns, settled, texts]);
}

/** The room of rows that are not drawn. */
function Space({ rows, columns }: { readonly rows: number; readonly columns: number }) {
  if (rows <= 0) return null;
  return (
    <tr aria-hidden="true" class="space">
      <td colSpan={columns} style={{ height: `${rows * rowHeight}px` }} />
    </tr>
  );
}
