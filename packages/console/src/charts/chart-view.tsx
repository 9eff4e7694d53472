import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import type { Chart, Column, Report } from "../catalog/catalog.types.js";
import type { ReportRun } from "../run/report-run.js";
import type { Row } from "../run/report-stream.js";
import type { Texts } from "../texts/english.js";
import { inSentence } from "../texts/format.js";
import { useLocale } from "../texts/locale.js";
import type { Drawing } from "./draw-figure.js";
import { chartFields, pointsOf, seriesOf, type ChartFields } from "./figure-data.js";
import { categories, firstLines, mostBars, mostLines } from "./largest.js";
import { Legend } from "./legend.js";
import { SeriesPicker } from "./series-picker.js";
import { SlicePicker } from "./slice-picker.js";
import { useSlices } from "./use-slices.js";
import { useWidth } from "./use-width.js";

interface Props {
  readonly report: Report;
  readonly chart: Chart;
  readonly run: ReportRun;
}

/** A chart of the report's rows. */
export function ChartView({ report, chart, run }: Props) {
  const fields = useMemo(() => chartFields(report.columns, chart), [report, chart]);
  if (!fields) return null;
  return <ChartOf {...{ report, chart, run, fields }} />;
}

function ChartOf({ report, chart, run, fields }: Props & { readonly fields: ChartFields }) {
  const { texts, say, format } = useLocale();
  const keys = [fields.x.index, fields.series?.index].filter((index) => index !== undefined);
  const { rows, slices, chosen, choose } = useSlices(run.rows, run.count, report.columns, {
    keys,
    first: fields.chosen,
    summed: chart.sum ? fields.y.map(({ index }) => index) : undefined,
  });
  const points = useMemo(
    () =>
      pointsOf(rows, fields, {
        ofColumn: ({ title }) => say(title),
        ofCell: (column, cell) => format.cell(column, cell, texts),
      }),
    [rows, fields, texts],
  );
  const all = useMemo(() => seriesOf(points), [points]);
  const [picked, pick] = useState<readonly string[] | undefined>(undefined);
  const limited = chart.kind === "LINE" && all.length > mostLines;
  const series = useMemo(() => {
    if (!limited) return all;
    return picked?.filter((name) => all.includes(name)) ?? firstLines(points, all);
  }, [limited, all, picked, points]);
  return (
    <div class="figure-view">
      <div class="figure-controls">
        <SlicePicker {...{ slices, chosen, choose }} />
        {limited && <SeriesPicker all={all} shown={series} choose={pick} />}
      </div>
      <Drawn {...{ report, chart, fields, points, series, rows }} />
    </div>
  );
}

interface DrawnProps {
  readonly report: Report;
  readonly chart: Chart;
  readonly fields: ChartFields;
  readonly points: Drawing["points"];
  readonly series: readonly string[];
  readonly rows: readonly Row[];
}

const namesOf = (columns: readonly Column[], say: (title: Column["title"]) => string) =>
  columns.map(({ title }, place) => (place === 0 ? say(title) : inSentence(say(title)))).join(", ");

/** The unit of the values, where their titles do not say it. */
function unitOf({ kind }: Column, title: string, texts: Texts): string {
  if (kind === "money") return ` (${texts.unitMoney})`;
  return kind === "percent" && !title.includes("%") ? " (%)" : "";
}

function Drawn({ report, chart, fields, points, series }: DrawnProps) {
  const { texts, say, format } = useLocale();
  const place = useRef<HTMLDivElement>(null);
  const width = useWidth(place);
  const columns = fields.y.map(({ column }) => column);
  const label = texts.chartOf(namesOf(columns, say), inSentence(say(fields.x.column.title)));
  const [y] = columns;
  const drawn = points.filter((point) => series.includes(point.series));
  const unit = y ? unitOf(y, say(y.title), texts) : "";
  useEffect(() => {
    if (!y || width === 0) return undefined;
    let isCurrent = true;
    // The library of charts is loaded with the first chart.
    void import("./draw-figure.js").then(({ drawFigure }) => {
      if (!isCurrent) return;
      const yTitle = `${columns.length === 1 ? say(y.title) : texts.value}${unit}`;
      const x = fields.x.column;
      const figure = drawFigure({
        kind: chart.kind,
        points: drawn,
        series,
        x,
        y,
        yTitle,
        width,
        format,
        words: texts,
        label,
      });
      place.current?.replaceChildren(figure);
    });
    return () => {
      isCurrent = false;
    };
  }, [points, series, chart, width, format]);
  const all = categories(drawn).length;
  const isCut = chart.kind !== "LINE" && all > mostBars;
  return (
    <figure class="drawn" data-title={say(report.title)} data-subtitle={label}>
      <figcaption>
        {label}
        {unit}. <span class="quiet no-print">{texts.chartHint}</span>
      </figcaption>
      <Legend series={series} />
      <div class="figure-place" ref={place} />
      {isCut && <p class="quiet">{texts.categoriesCut(format.number(mostBars), format.number(all))}</p>}
    </figure>
  );
}
