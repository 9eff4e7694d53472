import type { Column } from "../catalog/catalog.types.js";
import { useLocale } from "../texts/locale.js";
import { classOf, type MapUnit } from "./map-units.js";

interface Props {
  readonly limits: readonly number[];
  readonly column: Column;
  readonly units: readonly MapUnit[];
}

/** The shades with the values that they stand for. */
export function MapLegend({ limits, column, units }: Props) {
  const { texts, format } = useLocale();
  const values = units.flatMap(({ value }) => value ?? []);
  if (values.length === 0) return null;
  const write = (value: number) => format.cell(column, value, texts);
  const ends = [...limits, Math.max(...values)];
  const ranges = ends.map((end, place) => {
    const inside = values.filter((value) => value <= end && (place === 0 || value > (ends[place - 1] ?? 0)));
    const [least, most] = [Math.min(...inside), Math.max(...inside)];
    return {
      shade: classOf(end, limits),
      text: least === most ? write(most) : `${write(least)} – ${write(most)}`,
    };
  });
  return (
    <ul class="legend-series">
      {ranges.map(({ shade, text }) => (
        <li key={shade}>
          <span class={`swatch class-${shade}`} aria-hidden="true" />
          {text}
        </li>
      ))}
      {units.some(({ value }) => value === null) && (
        <li>
          <span class="swatch class-none" aria-hidden="true" />
          {texts.noData}
        </li>
      )}
    </ul>
  );
}
