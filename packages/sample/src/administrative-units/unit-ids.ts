import type { AddressTables } from "./address-database.js";
import { firstDayOfCurrentUnits } from "./former-provinces.js";
import { groupBy } from "@an-sinh/subgraph-kit/group-by";
import { comparableWithoutType } from "./spelling.js";

/** The ids of today's units. Those of closed units are their codes. */
export interface UnitIds {
  province(code: string): string;
  /** Null: the unit is older than the records. */
  provinceValidFrom(code: string): string | null;
  commune(code: string): string;
}

/**
 * A province that took in others is a new unit of 2025-07-01; the eleven that did not go on as they were.
 * Every commune is new: the level below the province was made anew on that day.
 */
export function createUnitIds(tables: AddressTables): UnitIds {
  const merged = mergedProvinces(tables);
  return {
    province: (code) => (merged.has(code) ? begunAnew(code) : code),
    provinceValidFrom: (code) => (merged.has(code) ? firstDayOfCurrentUnits : null),
    commune: begunAnew,
  };
}

const begunAnew = (code: string) => `${code}@${firstDayOfCurrentUnits}`;

/** The codes of provinces whose communes came from more than one. */
function mergedProvinces({ provinces, mappings }: AddressTables): Set<string> {
  const codes = new Map(provinces.map((province) => [comparableWithoutType(province.name), province.code]));
  const origins = groupBy(mappings, (row) => codes.get(comparableWithoutType(row.provinceName)));
  return new Set(
    [...origins].flatMap(([code, rows]) => {
      const formerNames = new Set(rows.map((row) => comparableWithoutType(row.formerProvinceName)));
      return code !== undefined && formerNames.size > 1 ? [code] : [];
    }),
  );
}
