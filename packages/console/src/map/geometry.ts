type Position = readonly [number, number];
type Ring = readonly Position[];

/** The outline of a unit, in degrees. */
export interface Outline {
  readonly code: string;
  readonly rings: readonly Ring[];
}

type Json = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Json => typeof value === "object" && value !== null;

const isPosition = (value: unknown): value is Position =>
  Array.isArray(value) && typeof value[0] === "number" && typeof value[1] === "number";

const toRings = (polygon: unknown): Ring[] =>
  Array.isArray(polygon)
    ? polygon.filter((ring): ring is Position[] => Array.isArray(ring) && ring.every(isPosition))
    : [];

function ringsOf(geometry: unknown): readonly Ring[] {
  if (!isObject(geometry)) return [];
  const { type, coordinates } = geometry;
  if (type === "Polygon") return toRings(coordinates);
  return type === "MultiPolygon" && Array.isArray(coordinates) ? coordinates.flatMap(toRings) : [];
}

/** The outlines of a GeoJSON file by unit code: a feature's `id`, or its property `code`. */
export function readOutlines(geojson: unknown): readonly Outline[] {
  const features = isObject(geojson) && Array.isArray(geojson["features"]) ? geojson["features"] : [];
  return features.filter(isObject).flatMap((feature) => {
    const properties = isObject(feature["properties"]) ? feature["properties"] : {};
    const code = feature["id"] ?? properties["code"];
    const rings = ringsOf(feature["geometry"]);
    return (typeof code === "string" || typeof code === "number") && rings.length > 0
      ? [{ code: String(code), rings }]
      : [];
  });
}

export interface Projected {
  readonly width: number;
  readonly height: number;
  readonly paths: ReadonlyMap<string, string>;
}

/**
 * Outlines as paths of an SVG of the given width. A province and the country are small enough for degrees as they
 * are, with longitudes drawn together by the latitude in the middle. Order and direction of rings do not matter.
 */
export function project(outlines: readonly Outline[], width: number): Projected {
  const positions = outlines.flatMap(({ rings }) => rings.flat());
  if (positions.length === 0) return { width, height: 0, paths: new Map() };
  const [west, east] = extent(positions, 0);
  const [south, north] = extent(positions, 1);
  const narrowing = Math.cos((((south + north) / 2) * Math.PI) / 180);
  const scale = width / Math.max((east - west) * narrowing, 1e-9);
  const place = ([longitude, latitude]: Position) =>
    `${((longitude - west) * narrowing * scale).toFixed(1)},${((north - latitude) * scale).toFixed(1)}`;
  const path = ({ rings }: Outline) => rings.map((ring) => `M${ring.map(place).join("L")}Z`).join("");
  return {
    width,
    height: Math.ceil((north - south) * scale),
    paths: new Map(outlines.map((outline) => [outline.code, path(outline)])),
  };
}

function extent(positions: readonly Position[], axis: 0 | 1): readonly [number, number] {
  let [least, most] = [Infinity, -Infinity];
  for (const position of positions) {
    least = Math.min(least, position[axis]);
    most = Math.max(most, position[axis]);
  }
  return [least, most];
}
