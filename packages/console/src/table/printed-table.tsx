import { lackingColumns } from "../run/cell-state.js";
import type { PartialError } from "../run/report-run.js";
import type { Row } from "../run/report-stream.js";
import { isNumeric } from "../texts/format.js";
import type { Locale } from "../texts/locale.js";
import { useLocale } from "../texts/locale.js";
import type { ShownColumn } from "./data-table.js";
import { longestWord, paperFor, type Paper } from "./paper.js";
import { TableCell } from "./table-cell.js";

/** About forty pages: longer tables are for spreadsheets. */
const mostRows = 1500;

interface Props {
  readonly columns: readonly ShownColumn[];
  readonly rows: readonly Row[];
  readonly errors: readonly PartialError[];
}

/** Whole words where they fit. */
function choosePaper(columns: readonly ShownColumn[], rows: readonly Row[], locale: Locale): Paper {
  const { texts, say, format } = locale;
  const longest = columns.map(({ column, index }) => {
    const written = (row: Row) =>
      longestWord(format.cell(column, row[index] ?? null, texts), isNumeric(column));
    return rows.reduce((most, row) => Math.max(most, written(row)), longestWord(say(column.title), false));
  });
  return paperFor(longest);
}

const classOf = ({ isWide, breaksWords, fontPoints }: Paper) =>
  [isWide && "wide", breaksWords && "broken", `points-${fontPoints}`].filter(Boolean).join(" ");

/** The table on paper: its headings stand on each page. */
export function PrintedTable({ columns, rows, errors }: Props) {
  const locale = useLocale();
  const { texts, say, format } = locale;
  const lacking = lackingColumns(errors);
  const printed = rows.slice(0, mostRows);
  return (
    <>
      <table class={classOf(choosePaper(columns, printed, locale))}>
        <thead>
          <tr>
            {columns.map(({ column }) => (
              <th key={column.name} scope="col" class={isNumeric(column) ? "number" : undefined}>
                {say(column.title)}
                {column.kind === "money" && ` (${texts.unitMoney})`}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {printed.map((row, place) => (
            <tr key={place}>
              {columns.map(({ column, index }) => (
                <TableCell key={column.name} column={column} cell={row[index] ?? null} lacking={lacking} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {printed.length < rows.length && (
        <p>{texts.printedRows(format.number(printed.length), format.number(rows.length))}</p>
      )}
    </>
  );
}
