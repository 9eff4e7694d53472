import type { Report } from "../catalog/catalog.types.js";
import { departmentTitle } from "../texts/departments.js";
import type { Texts } from "../texts/english.js";
import { useLocale } from "../texts/locale.js";
import type { PartialError, ReportRun } from "./report-run.js";

interface Props {
  readonly report: Report;
  readonly run: ReportRun;
  readonly stop: () => void;
}

/** How far the report is, and what is wrong with it. */
export function RunStatus({ report, run, stop }: Props) {
  const { texts, format } = useLocale();
  const rows = format.number(run.count);
  if (run.status === "none") return null;
  if (run.status === "failed") return <Refused run={run} />;
  if (run.status === "loading") return <Loading {...{ run, stop }} />;
  const isComplete = run.status === "done";
  const said = { done: texts.loaded, stopped: texts.stopped, cut: texts.cut }[run.status](rows);
  return (
    <>
      <div class={isComplete ? "run-status" : "run-status alert"}>
        <p role="status">{run.count === 0 && isComplete ? texts.noRows : said}</p>
      </div>
      <Failures report={report} errors={run.errors} />
    </>
  );
}

/** Of a report that turns out longer than expected, only what is there is said. */
function Loading({ run: { count, expected = -1 }, stop }: Omit<Props, "report">) {
  const { texts, format } = useLocale();
  const rows = format.number(count);
  const isExpected = count <= expected;
  const said = isExpected ? texts.loadingOf(rows, format.number(expected)) : texts.loading(rows);
  return (
    <div class="run-status">
      {isExpected ? (
        <progress key="known" aria-label={said} value={count} max={expected} />
      ) : (
        <progress key="unknown" aria-label={said} />
      )}
      <p role="status">{said}</p>
      <button type="button" onClick={stop}>
        {texts.stop}
      </button>
    </div>
  );
}

function Refused({ run: { refusal } }: { readonly run: ReportRun }) {
  const { texts } = useLocale();
  const needsToken = refusal?.status === 401 || refusal?.status === 403;
  const said = refusal?.status === 0 ? texts.unreachable : needsToken ? texts.refused : texts.failed;
  return (
    <div role="alert" class="alert">
      <p>{said}</p>
      {refusal && refusal.problems.length > 0 && (
        <ul>
          {refusal.problems.map((problem) => (
            <li key={problem} lang="en">
              {problem}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

const isForbidden = ({ code }: PartialError): boolean =>
  code === "UNAUTHORIZED_FIELD_OR_TYPE" || code === "UNAUTHENTICATED";

/** The errors of one reason together: what the caller may not see, a department, or else what the error says. */
function byReason(errors: readonly PartialError[]): ReadonlyMap<string, readonly PartialError[]> {
  const found = new Map<string, PartialError[]>();
  for (const error of errors) {
    const key = isForbidden(error) ? "forbidden" : (error.service ?? error.message);
    found.set(key, [...(found.get(key) ?? []), error]);
  }
  return found;
}

function sayReason(error: PartialError | undefined, texts: Texts): string {
  if (!error) return "";
  if (isForbidden(error)) return texts.refusedInPart;
  if (error.service === undefined) return error.message;
  return texts.departmentFailed(departmentTitle(texts, error.service));
}

function Failures({ report, errors }: { readonly report: Report; readonly errors: readonly PartialError[] }) {
  const { texts, say } = useLocale();
  if (errors.length === 0) return null;
  const titleOf = (name: string) => {
    const column = report.columns.find((one) => one.name === name);
    return column ? say(column.title) : name;
  };
  return (
    <div role="alert" class="alert">
      {[...byReason(errors)].map(([reason, failed]) => {
        const columns = [...new Set(failed.flatMap((error) => error.columns))].map(titleOf);
        return (
          <p key={reason}>
            <strong>{sayReason(failed[0], texts)}</strong>{" "}
            {columns.length > 0 && texts.columnsLack(columns.join(", "))}{" "}
            {failed[0]?.code && <span class="quiet">{failed[0].code}</span>}
          </p>
        );
      })}
    </div>
  );
}
