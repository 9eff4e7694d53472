import { h, render } from "preact";
import { useEffect } from "preact/hooks";
import type { ReportRun } from "../run/report-run.js";
import type { Row } from "../run/report-stream.js";
import { LocaleContext, useLocale } from "../texts/locale.js";
import type { ShownColumn } from "./data-table.js";
import { PrintedTable } from "./printed-table.js";

/** Draws all rows on paper, and takes them away afterwards: the table on the screen has only those that are seen. */
export function usePrintedRows(columns: readonly ShownColumn[], rows: readonly Row[], run: ReportRun): void {
  const locale = useLocale();
  useEffect(() => {
    const place = document.getElementById("print-rows");
    if (!place) return undefined;
    const draw = () => {
      const table = h(PrintedTable, { columns, rows, errors: run.errors });
      render(h(LocaleContext.Provider, { value: locale, children: table }), place);
    };
    const clear = () => render(null, place);
    addEventListener("beforeprint", draw);
    addEventListener("afterprint", clear);
    return () => {
      removeEventListener("beforeprint", draw);
      removeEventListener("afterprint", clear);
      clear();
    };
  }, [columns, rows, run.errors, locale]);
}
