import type { Column, MapOfUnits } from "../catalog/catalog.types.js";
import { findField, type Field } from "../charts/figure-data.js";
import type { Row } from "../run/report-stream.js";

export interface MapFields {
  readonly code: Field;
  readonly value: Field;
  /** The column with the unit's name; its code stands in where there is none. */
  readonly name: Field | undefined;
}

const parentPath = (name: string): string => name.slice(0, name.lastIndexOf(".") + 1);

/** The columns of a map that shows one of its values. */
export function mapFields(columns: readonly Column[], map: MapOfUnits, place: number): MapFields | undefined {
  const code = findField(columns, map.code);
  const value = findField(columns, map.values[place] ?? map.values[0]);
  if (!code || !value) return undefined;
  return { code, value, name: findField(columns, `${parentPath(map.code)}name`) };
}

/** A unit on the map. Its value is null where there is none, or where it is withheld. */
export interface MapUnit {
  readonly code: string;
  readonly name: string;
  readonly value: number | null;
}

/** The units of the rows in order of their codes. */
export function mapUnits(rows: readonly Row[], { code, value, name }: MapFields): readonly MapUnit[] {
  return rows
    .filter((row) => (row[code.index] ?? null) !== null)
    .map((row) => {
      const cell = row[value.index];
      return {
        code: String(row[code.index]),
        name: String((name && row[name.index]) ?? row[code.index]),
        value: typeof cell === "number" ? cell : null,
      };
    })
    .toSorted((one, other) => one.code.localeCompare(other.code, "en", { numeric: true }));
}

/** Shades of a map, from few to many. */
export const classes = 5;

/** The upper limits of all classes but the last: each class has about as many units. Fewer where values repeat. */
export function classLimits(values: readonly number[]): readonly number[] {
  const sorted = values.toSorted((one, other) => one - other);
  const limits = Array.from({ length: classes - 1 }, (_, index) => {
    const at = Math.ceil(((index + 1) * sorted.length) / classes) - 1;
    return sorted[Math.max(0, at)];
  });
  const last = sorted.at(-1);
  return [...new Set(limits)].filter((limit) => limit !== undefined && limit !== last) as number[];
}

/** The class of a value, from 1. */
export const classOf = (value: number, limits: readonly number[]): number => {
  const place = limits.findIndex((limit) => value <= limit);
  return shade(place < 0 ? limits.length : place, limits.length);
};

/** Few classes are spread over all shades. */
const shade = (place: number, last: number): number =>
  last === 0 ? 3 : 1 + Math.round((place * (classes - 1)) / last);
