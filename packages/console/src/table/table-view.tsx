import { useMemo, useState } from "preact/hooks";
import type { Column, Report } from "../catalog/catalog.types.js";
import type { ReportRun } from "../run/report-run.js";
import { noAnswer, noValue } from "../texts/format.js";
import { useLocale } from "../texts/locale.js";
import { DataTable, type ShownColumn } from "./data-table.js";
import { sortRows, type Sort } from "./sort-rows.js";
import { usePrintedRows } from "./use-printed-rows.js";

interface Props {
  readonly report: Report;
  readonly run: ReportRun;
  readonly sort: Sort | undefined;
  readonly setSort: (sort: Sort | undefined) => void;
}

const shownColumns = (columns: readonly Column[], hasProvenance: boolean): readonly ShownColumn[] =>
  columns
    .map((column, index) => ({ column, index }))
    .filter(({ column }) => hasProvenance || column.role === "VALUE");

/** The table with its legend. Columns of sources are shown on request: what they say stands below, too. */
export function TableView({ report, run, sort, setSort }: Props) {
  const { texts, say } = useLocale();
  const [hasProvenance, setProvenance] = useState(false);
  const columns = useMemo(() => shownColumns(report.columns, hasProvenance), [report, hasProvenance]);
  // Rows are sorted once they are all there: until then they stand as they arrive.
  const isComplete = run.status !== "loading";
  const rows = useMemo(
    () => sortRows(run.rows, report.columns, isComplete ? sort : undefined),
    [run.rows, run.count, report, sort, isComplete],
  );
  usePrintedRows(columns, rows, run);
  return (
    <div class="table-view">
      <DataTable caption={say(report.title)} {...{ columns, rows, run, sort, setSort }} />
      {/* For paper: a tree of its own, drawn when the page is printed. */}
      <div id="print-rows" class="print-only" />
      <div class="table-foot">
        <p class="legend">
          <span>{noValue}</span> {texts.legendNull}
          {run.errors.some(({ columns: lacking }) => lacking.length > 0) && (
            <>
              {" · "}
              <span class="lacking">{noAnswer}</span> {texts.legendFailed}
            </>
          )}
        </p>
        {report.columns.some(({ role }) => role === "PROVENANCE") && (
          <label class="box" for="provenance">
            <input
              id="provenance"
              type="checkbox"
              checked={hasProvenance}
              onChange={({ currentTarget }) => setProvenance(currentTarget.checked)}
            />
            {texts.provenanceColumns}
          </label>
        )}
      </div>
    </div>
  );
}
