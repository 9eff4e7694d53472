import type { Address } from "./address/address.js";
import type { Report } from "./catalog/catalog.types.js";
import { ChartView } from "./charts/chart-view.js";
import { DownloadBar } from "./downloads/download-bar.js";
import { DownloadStatus } from "./downloads/download-status.js";
import { useDownload } from "./downloads/use-download.js";
import { MapView } from "./map/map-view.js";
import type { ParameterValues } from "./parameters/parameter-values.js";
import { ExplorerLink } from "./pages/explorer-link.js";
import { PrintedHead } from "./printed-head.js";
import type { ReportRun } from "./run/report-run.js";
import { RunStatus } from "./run/run-status.js";
import { SourcesPanel } from "./sources/sources-panel.js";
import { TableView } from "./table/table-view.js";
import { inSentence } from "./texts/format.js";
import { useLocale, type Locale } from "./texts/locale.js";
import { ViewTabs, type Tab } from "./view-tabs.js";

interface Props {
  readonly report: Report;
  readonly address: Address;
  readonly run: ReportRun;
  readonly values: ParameterValues;
  readonly token: string | undefined;
  readonly stop: () => void;
  readonly show: (next: Partial<Address>) => void;
}

/** The views of a report: a table always, charts and a map where its author named them. */
function tabsOf(report: Report, { texts, say }: Locale): readonly Tab[] {
  const charts = report.charts.map(({ kind, y, title }, chart): Tab => {
    if (title) return { key: `chart-${chart}`, view: "chart", chart, title: say(title) };
    const isAlone = report.charts.filter((other) => other.kind === kind).length === 1;
    const shown = report.columns.find(({ name }) => name === y[0]);
    const more = isAlone || !shown ? "" : `: ${inSentence(say(shown.title))}`;
    return { key: `chart-${chart}`, view: "chart", chart, title: `${texts.chartKinds[kind]}${more}` };
  });
  const table: Tab = { key: "table", view: "table", chart: 0, title: texts.views.table };
  const map: Tab = { key: "map", view: "map", chart: 0, title: texts.views.map };
  return [table, ...charts, ...(report.map ? [map] : [])];
}

const chosenTab = (tabs: readonly Tab[], { view, chart }: Address): Tab | undefined =>
  tabs.find((tab) => tab.view === view && tab.chart === (view === "chart" ? chart : 0)) ?? tabs[0];

/** What the report shows, with the files and the sources of what it shows. */
export function ReportResult({ report, address, run, values, token, stop, show }: Props) {
  const locale = useLocale();
  const tabs = tabsOf(report, locale);
  const chosen = chosenTab(tabs, address);
  const hasRows = run.count > 0;
  const { download, start, stop: stopDownload } = useDownload();
  if (run.status === "failed") return <RunStatus {...{ report, run, stop }} />;
  return (
    <section class="result">
      <PrintedHead {...{ report, values, token }} />
      <div class="result-bar">
        <ViewTabs
          tabs={tabs}
          chosen={chosen?.key ?? "table"}
          choose={({ view, chart }) => show({ view, chart })}
        />
        <DownloadBar {...{ report, values, token, start }} hasFigure={chosen?.view !== "table" && hasRows} />
      </div>
      <DownloadStatus download={download} stop={stopDownload} />
      <RunStatus {...{ report, run, stop }} />
      <div id="view" role="tabpanel" aria-labelledby={`tab-${chosen?.key}`} data-view={chosen?.view}>
        {hasRows && chosen && <Shown {...{ report, address, run, show }} tab={chosen} />}
      </div>
      <SourcesPanel report={report} run={run} />
      <ExplorerLink report={report} values={values} />
    </section>
  );
}

type ShownProps = Pick<Props, "report" | "address" | "run" | "show"> & { readonly tab: Tab };

function Shown({ report, address, run, show, tab }: ShownProps) {
  const chart = tab.view === "chart" ? report.charts[tab.chart] : undefined;
  if (chart) return <ChartView key={tab.key} {...{ report, chart, run }} />;
  if (tab.view === "map" && report.map)
    return (
      <MapView
        {...{ report, run }}
        map={report.map}
        place={address.mapValue}
        setPlace={(mapValue) => show({ mapValue })}
      />
    );
  return <TableView {...{ report, run }} sort={address.sort} setSort={(sort) => show({ sort })} />;
}
