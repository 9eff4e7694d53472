import { useMemo } from "preact/hooks";
import type { Column, Report } from "../catalog/catalog.types.js";
import type { ReportRun } from "../run/report-run.js";
import { departmentTitle } from "../texts/departments.js";
import { useLocale } from "../texts/locale.js";
import { provenanceOf } from "./provenance.js";

const mostListed = 8;

interface Props {
  readonly report: Report;
  readonly run: ReportRun;
}

/** Whose each figure is, by which standard and boundary, and from which source. */
export function SourcesPanel({ report, run }: Props) {
  const { texts } = useLocale();
  return (
    <section class="sources" aria-labelledby="sources-title">
      <h2 id="sources-title">{texts.sources}</h2>
      <Provenances report={report} run={run} />
      <h3>{texts.definitions}</h3>
      <dl class="definitions">
        {report.columns.map((column) => (
          <Definition key={column.name} column={column} />
        ))}
      </dl>
    </section>
  );
}

function Provenances({ report, run }: Props) {
  const { texts, say, format } = useLocale();
  const isComplete = run.status !== "loading";
  const found = useMemo(() => provenanceOf(report.columns, run.rows), [report, run.rows, isComplete]);
  if (found.length === 0) return null;
  return (
    <>
      <h3>{texts.sourcesOfRows}</h3>
      <ul class="provenance">
        {found.slice(0, mostListed).map(({ parts, rows }) => (
          <li key={parts.map(({ value }) => value).join("|")}>
            {parts.map(({ column, value }) => (
              <span class="part" key={column.name}>
                <span class="quiet">{say(column.title)}:</span> {format.cell(column, value, texts)}
              </span>
            ))}
            <span class="quiet">({texts.rowsOf(format.number(rows))})</span>
          </li>
        ))}
      </ul>
      {found.length > mostListed && (
        <p class="quiet">{texts.moreValues(format.number(found.length - mostListed))}</p>
      )}
    </>
  );
}

function Definition({ column }: { readonly column: Column }) {
  const { texts, say, language } = useLocale();
  const { description, department } = column;
  // The schema's descriptions are in English.
  const isForeign = language !== "en" && description?.en === description?.vi;
  return (
    <div>
      <dt>
        {say(column.title)}
        {department && <span class="quiet"> · {departmentTitle(texts, department)}</span>}
      </dt>
      {description && <dd lang={isForeign ? "en" : undefined}>{say(description)}</dd>}
    </div>
  );
}
