import { useState } from "preact/hooks";
import { useLocale } from "./texts/locale.js";
import type { Report } from "./catalog/catalog.types.js";
import { searchReports } from "./catalog/search-reports.js";

interface Props {
  readonly reports: readonly Report[];
  readonly chosen: string | undefined;
  readonly linkTo: (report: Report) => string;
}

/** The reports, with a search over their texts in both languages. */
export function ReportList({ reports, chosen, linkTo }: Props) {
  const { texts, say } = useLocale();
  const [search, setSearch] = useState("");
  const found = searchReports(reports, search);
  return (
    <nav class="report-list" aria-label={texts.reports}>
      <input
        type="search"
        aria-label={texts.searchReports}
        placeholder={texts.searchReports}
        value={search}
        onInput={({ currentTarget }) => setSearch(currentTarget.value)}
      />
      <ul>
        {found.map((report) => (
          <li key={report.name}>
            <a href={linkTo(report)} aria-current={report.name === chosen ? "page" : undefined}>
              <strong>{say(report.title)}</strong>
              <span>{say(report.description)}</span>
              {report.isSignInNeeded && <em>{texts.needsSignIn}</em>}
            </a>
          </li>
        ))}
      </ul>
      {found.length === 0 && <p class="quiet">{texts.noReportFound}</p>}
    </nav>
  );
}
