import { useEffect, useMemo, useState } from "preact/hooks";
import { keepToken, keptToken } from "./access/token.js";
import { writeAddress } from "./address/address.js";
import { useAddress } from "./address/use-address.js";
import type { Language, Report } from "./catalog/catalog.types.js";
import { ReportList } from "./report-list.js";
import { useCatalog } from "./catalog/use-catalog.js";
import { PageHeader } from "./page-header.js";
import { ReportPage } from "./report-page.js";
import { createLocale, LocaleContext } from "./texts/locale.js";
import { chooseTheme, readTheme, type Theme } from "./theme/theme.js";

const browserLanguage = (): Language => (navigator.language.startsWith("vi") ? "vi" : "en");

/** A report's address before anything was asked. */
const plainAddress = (report: Report | undefined, language: Language | undefined): string =>
  writeAddress(
    {
      language,
      report: report?.name,
      view: undefined,
      chart: 0,
      mapValue: 0,
      sort: undefined,
      parameters: {},
    },
    report,
  );

export function App() {
  const { address, arrival, go } = useAddress();
  const [catalog, reload] = useCatalog();
  const [theme, setTheme] = useState<Theme>(readTheme);
  const [token, setToken] = useState(keptToken);
  const language = address.language ?? browserLanguage();
  const locale = useMemo(() => createLocale(language), [language]);
  const { texts, say } = locale;

  const reports = catalog.status === "loaded" ? catalog.reports : [];
  const report = reports.find(({ name }) => name === address.report);
  useEffect(() => {
    document.documentElement.lang = language;
    document.title = report ? `${say(report.title)} · ${texts.product}` : texts.product;
  }, [language, report]);

  const changeTheme = (next: Theme) => {
    chooseTheme(next);
    setTheme(next);
  };
  const changeToken = (next: string | undefined, isKept: boolean) => {
    keepToken(next, isKept);
    setToken(next);
  };
  return (
    <LocaleContext.Provider value={locale}>
      <a class="skip" href="#report" onClick={skipToReport}>
        {texts.skip}
      </a>
      <PageHeader
        theme={theme}
        token={token}
        home={plainAddress(undefined, address.language)}
        setLanguage={(next) => go(writeAddress({ ...address, language: next }, report))}
        setTheme={changeTheme}
        setToken={changeToken}
      />
      <div class={report ? "layout has-report" : "layout"}>
        {catalog.status === "loaded" && (
          <ReportList
            reports={reports}
            chosen={report?.name}
            linkTo={(one) => plainAddress(one, address.language)}
          />
        )}
        <main id="report" tabIndex={-1}>
          {catalog.status === "loading" && <p role="status">{texts.loadingCatalog}</p>}
          {catalog.status === "failed" && (
            <div role="alert" class="alert">
              <p>{texts.noCatalog}</p>
              <button type="button" onClick={reload}>
                {texts.tryAgain}
              </button>
            </div>
          )}
          {catalog.status === "loaded" && !report && (
            <h1 class="welcome">{address.report ? texts.unknownReport : texts.chooseReport}</h1>
          )}
          {report && (
            <ReportPage
              key={`${report.name} ${arrival}`}
              {...{ report, address, go, token }}
              home={plainAddress(undefined, address.language)}
            />
          )}
        </main>
      </div>
    </LocaleContext.Provider>
  );
}

/** The fragment is the view's address: the link moves the focus only. */
function skipToReport(event: Event): void {
  event.preventDefault();
  document.getElementById("report")?.focus();
}
