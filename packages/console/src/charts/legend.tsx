import { seriesPlace } from "./series-place.js";

interface Props {
  readonly series: readonly string[];
}

/** The series with their colors; each color has a class, so that no style is written into the page. */
export function Legend({ series }: Props) {
  if (series.length < 2) return null;
  return (
    <ul class="legend-series">
      {series.map((name, place) => (
        <li key={name}>
          <span class={`swatch ${seriesPlace(place)}`} aria-hidden="true" />
          {name}
        </li>
      ))}
    </ul>
  );
}
