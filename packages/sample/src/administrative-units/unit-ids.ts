import { groupBy } from "@an-sinh/subgraph-kit/group-by";
import { unitIdOf } from "@an-sinh/territory/unit-id";
import type { AddressTables } from "./address-database.js";
import { firstDayOfCurrentUnits } from "./former-provinces.js";
import { comparableWithoutType } from "./spelling.js";

/** The id of a unit that existed before 2025-07-01. A province that did not merge has it to this day. */
export const formerUnitId = (code: string): string => unitIdOf(code, null);

/** The id of a unit that began on 2025-07-01: every commune of today, and every merged province. */
export const currentUnitId = (code: string): string => unitIdOf(code, firstDayOfCurrentUnits);

/** The ids and first days of today's provinces, by code. */
export interface ProvinceValidity {
  idOf(code: string): string;
  /** Null: the province is older than the records. */
  validFromOf(code: string): string | null;
}

/** A merged province began on 2025-07-01. The eleven others are older than the records. */
export function createProvinceValidity(tables: AddressTables): ProvinceValidity {
  const merged = mergedProvinces(tables);
  return {
    idOf: (code) => (merged.has(code) ? currentUnitId(code) : formerUnitId(code)),
    validFromOf: (code) => (merged.has(code) ? firstDayOfCurrentUnits : null),
  };
}

/** The codes of today's provinces whose communes came from more than one province. */
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
