import { useMemo, useRef } from "preact/hooks";
import type { MapOfUnits, Report } from "../catalog/catalog.types.js";
import { SlicePicker } from "../charts/slice-picker.js";
import { useSlices } from "../charts/use-slices.js";
import { useWidth } from "../charts/use-width.js";
import type { ReportRun } from "../run/report-run.js";
import { useLocale } from "../texts/locale.js";
import { project } from "./geometry.js";
import { MapLegend } from "./map-legend.js";
import { classLimits, mapFields, mapUnits, type MapFields } from "./map-units.js";
import { OutlineMap } from "./outline-map.js";
import { TileMap } from "./tile-map.js";
import { useOutlines } from "./use-outlines.js";

interface Props {
  readonly report: Report;
  readonly map: MapOfUnits;
  readonly run: ReportRun;
  readonly place: number;
  readonly setPlace: (place: number) => void;
}

/** A value of the report by unit: on a map where the server has outlines, else as tiles. */
export function MapView(props: Props) {
  const { report, map, place } = props;
  const fields = useMemo(() => mapFields(report.columns, map, place), [report, map, place]);
  return fields ? <MapOfFields {...props} fields={fields} /> : null;
}

function MapOfFields({ report, map, run, place, setPlace, fields }: Props & { readonly fields: MapFields }) {
  const { texts, say } = useLocale();
  const sliced = useSlices(run.rows, run.count, report.columns, {
    keys: [fields.code.index],
    summed: map.sum ? [fields.value.index] : undefined,
  });
  const titles = map.values.map((name) => report.columns.find((column) => column.name === name)?.title);
  return (
    <div class="figure-view">
      <div class="figure-controls">
        {map.values.length > 1 && (
          <label class="inline">
            {texts.value}
            <select
              value={String(place)}
              onChange={({ currentTarget }) => setPlace(Number(currentTarget.value))}
            >
              {titles.map((title, index) => (
                <option key={map.values[index]} value={String(index)}>
                  {title ? say(title) : map.values[index]}
                </option>
              ))}
            </select>
          </label>
        )}
        <SlicePicker {...sliced} />
      </div>
      <DrawnMap title={say(report.title)} rows={sliced.rows} fields={fields} />
    </div>
  );
}

interface DrawnProps {
  readonly title: string;
  readonly rows: ReportRun["rows"];
  readonly fields: MapFields;
}

function DrawnMap({ title, rows, fields }: DrawnProps) {
  const { texts, say, format } = useLocale();
  const box = useRef<HTMLDivElement>(null);
  const width = useWidth(box);
  const outlines = useOutlines();
  const units = useMemo(() => mapUnits(rows, fields), [rows, fields]);
  const codes = new Set(units.map(({ code }) => code));
  const drawn = useMemo(() => outlines?.filter(({ code }) => codes.has(code)) ?? [], [outlines, units]);
  const limits = classLimits(units.flatMap(({ value }) => value ?? []));
  const { column } = fields.value;
  const label = texts.mapOf(say(column.title));
  const projected = drawn.length > 0 && width > 0 ? project(drawn, Math.min(width, 760)) : undefined;
  const missing = units.length - drawn.length;
  return (
    <figure class="drawn" data-title={title} data-subtitle={label}>
      <figcaption>
        {label}. <span class="quiet no-print">{texts.chartHint}</span>
      </figcaption>
      <MapLegend {...{ limits, column, units }} />
      <div class="figure-place" ref={box}>
        {projected && <OutlineMap {...{ projected, units, limits, column, label }} />}
        {outlines && !projected && width > 0 && <TileMap {...{ units, limits, column, label, width }} />}
      </div>
      {outlines && !projected && (
        <p class="quiet">{outlines.length === 0 ? texts.mapTiles : texts.mapWithoutUnits}</p>
      )}
      {projected && missing > 0 && <p class="quiet">{texts.mapMissing(format.number(missing))}</p>}
    </figure>
  );
}
