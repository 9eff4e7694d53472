import { useEffect, useRef, useState } from "preact/hooks";
import { writeAddress, type Address } from "./address/address.js";
import type { AddressControl } from "./address/use-address.js";
import type { Report } from "./catalog/catalog.types.js";
import { rowsAddress } from "./downloads/addresses.js";
import { ParameterForm } from "./parameters/parameter-form.js";
import { defaultValues, findProblems, type ParameterValues } from "./parameters/parameter-values.js";
import { ReportResult } from "./report-result.js";
import { useReportRun } from "./run/use-report-run.js";
import { useLocale } from "./texts/locale.js";

interface Props {
  readonly report: Report;
  readonly address: Address;
  readonly go: AddressControl["go"];
  readonly token: string | undefined;
  readonly home: string;
}

/** A report: its parameters, and what it shows once it was asked for. */
export function ReportPage({ report, address, go, token, home }: Props) {
  const { texts, say, language } = useLocale();
  const [values, setValues] = useState<ParameterValues>(() => ({
    ...defaultValues(report),
    ...address.parameters,
  }));
  const [asked, setAsked] = useState<ParameterValues | undefined>(undefined);
  const { run, start, stop } = useReportRun();
  const show = (next: Partial<Address>) =>
    go(writeAddress({ ...address, parameters: asked ?? values, ...next }, report));
  const ask = () => {
    setAsked(values);
    start(rowsAddress(report, values, language), token);
    go(writeAddress({ ...address, view: address.view ?? "table", parameters: values }, report));
  };
  // Names come in one language: the rows are asked for again in another.
  const shown = useRef(language);
  useEffect(() => {
    if (shown.current === language) return;
    shown.current = language;
    if (asked) start(rowsAddress(report, asked, language), token);
  }, [language]);
  // A link opens the view that it was copied from; a short report is shown at once.
  useEffect(() => {
    const isWanted = address.view !== undefined || !report.isPaged;
    if (isWanted && Object.keys(findProblems(report, values)).length === 0) ask();
  }, []);
  return (
    <article>
      <a class="back" href={home}>
        ← {texts.allReports}
      </a>
      <h1>{say(report.title)}</h1>
      <p class="description">{say(report.description)}</p>
      <ParameterForm report={report} values={values} token={token} change={setValues} start={ask} />
      {asked && <ReportResult {...{ report, address, run, stop, token, show }} values={asked} />}
    </article>
  );
}
