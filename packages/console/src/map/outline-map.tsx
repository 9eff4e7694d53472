import type { Column } from "../catalog/catalog.types.js";
import { useLocale } from "../texts/locale.js";
import type { Projected } from "./geometry.js";
import { classOf, type MapUnit } from "./map-units.js";

export interface UnitsProps {
  readonly units: readonly MapUnit[];
  readonly limits: readonly number[];
  readonly column: Column;
  readonly label: string;
}

/** The color of a unit, which styles/colors.css defines. */
export const unitFill = ({ value }: MapUnit, limits: readonly number[]): string =>
  value === null ? "var(--class-none)" : `var(--class-${classOf(value, limits)})`;

/** Units in their outlines. Each tells its name and value. */
export function OutlineMap({
  projected,
  units,
  limits,
  column,
  label,
}: UnitsProps & { readonly projected: Projected }) {
  const { texts, format } = useLocale();
  const { width, height, paths } = projected;
  return (
    <svg
      class="figure"
      role="img"
      aria-label={label}
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
    >
      {units.map((unit) => (
        <path
          key={unit.code}
          d={paths.get(unit.code) ?? ""}
          fill={unitFill(unit, limits)}
          fill-rule="evenodd"
          stroke="var(--surface)"
          stroke-width="1"
        >
          <title>{`${unit.name}: ${format.cell(column, unit.value, texts)}`}</title>
        </path>
      ))}
    </svg>
  );
}
