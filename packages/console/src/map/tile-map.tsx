import { useLocale } from "../texts/locale.js";
import { unitFill, type UnitsProps } from "./outline-map.js";
import { classOf, type MapUnit } from "./map-units.js";
import { fitsLarge, fitText, layTiles } from "./tiles.js";

const ink = ({ value }: MapUnit, limits: readonly number[]): string =>
  value === null ? "var(--class-none-ink)" : `var(--class-${classOf(value, limits)}-ink)`;

/** A tile for each unit, with its name and its value. */
export function TileMap({ units, limits, column, label, width }: UnitsProps & { readonly width: number }) {
  const { texts, format } = useLocale();
  const { height, tiles } = layTiles(units.length, width);
  return (
    <svg
      class="figure"
      role="img"
      aria-label={label}
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
    >
      {units.map((unit, index) => {
        const tile = tiles[index];
        if (!tile) return null;
        const value = format.cell(column, unit.value, texts);
        const short = fitsLarge(value, tile.width) || unit.value === null ? value : format.short(unit.value);
        return (
          <g key={unit.code} fill={ink(unit, limits)}>
            <title>{`${unit.name}: ${value}`}</title>
            <rect
              x={tile.x}
              y={tile.y}
              width={tile.width}
              height={tile.height}
              rx="3"
              fill={unitFill(unit, limits)}
            />
            <text x={tile.x + 7} y={tile.y + 20} font-size="12">
              {fitText(unit.name, tile.width)}
            </text>
            <text
              x={tile.x + 7}
              y={tile.y + 41}
              font-size={fitsLarge(short, tile.width) ? 15 : 12}
              font-weight="600"
            >
              {short}
            </text>
          </g>
        );
      })}
    </svg>
  );
}
