import type { AddressTables, CommuneRow, MappingRow } from "./address-database.js";
import type { ClosedDistrict } from "./closed-districts.js";
import type { FormerProvince } from "./former-provinces.js";
import { comparable, comparableWithoutType } from "./spelling.js";
import { uniqueBy } from "./unique-by.js";

/** A part of a mapping. `repair` names the error that was repaired; undefined: there was none. Null: not found. */
type Found<Value> = { readonly value: Value; readonly repair?: string } | null;

/** Finds the district of a mapping by its name. */
export function districtFinder(districts: readonly ClosedDistrict[]) {
  const byName = new Map(
    districts.map((district) => [`${district.formerProvinceCode} ${district.name}`, district]),
  );
  const byBareName = uniqueBy(districts, (district) =>
    districtKey(district.formerProvinceCode, district.name),
  );
  return (row: MappingRow, province: FormerProvince): Found<ClosedDistrict> => {
    const exact = byName.get(`${province.code} ${row.districtName}`);
    if (exact) return { value: exact };
    const similar = byBareName.get(districtKey(province.code, row.districtName));
    return similar ? { value: similar, repair: "districts spelled differently" } : null;
  };
}

const districtKey = (provinceCode: string, name: string) => `${provinceCode} ${comparableWithoutType(name)}`;

/** Finds the former commune's code, which a mapping may lack, by the names in other mappings. */
export function formerCodeFinder(mappings: readonly MappingRow[]) {
  const byName = uniqueBy(
    mappings.filter((row) => row.formerCode !== null),
    formerKey,
  );
  return (row: MappingRow): Found<string> => {
    if (row.formerCode !== null) {
      const code = row.formerCode.padStart(5, "0");
      return code === row.formerCode
        ? { value: code }
        : { value: code, repair: "codes without leading zeros" };
    }
    const code = byName.get(formerKey(row))?.formerCode;
    return code ? { value: code, repair: "missing codes found by name" } : null;
  };
}

const formerKey = (row: MappingRow) =>
  [row.formerProvinceName, row.districtName, row.formerName].map(comparable).join("|");

/** Finds the commune of today by its code, if the name agrees, else by its name. */
export function communeFinder({ communes, provinces }: AddressTables) {
  const byCode = new Map(communes.map((commune) => [commune.code, commune]));
  const provinceNames = new Map(provinces.map(({ code, name }) => [code, comparableWithoutType(name)]));
  const byName = uniqueBy(communes, (commune) =>
    communeKey(provinceNames.get(commune.provinceCode), commune.name),
  );
  return (row: MappingRow): Found<CommuneRow> => {
    const withCode = (code: string) => {
      const commune = byCode.get(code);
      return commune && comparable(commune.name) === comparable(row.name) ? commune : undefined;
    };
    const exact = withCode(row.code);
    if (exact) return { value: exact };
    const padded = withCode(row.code.padStart(5, "0"));
    if (padded) return { value: padded, repair: "codes without leading zeros" };
    const named = byName.get(communeKey(comparableWithoutType(row.provinceName), row.name));
    return named ? { value: named, repair: "wrong codes found by name" } : null;
  };
}

const communeKey = (provinceName: string | undefined, name: string) => `${provinceName}|${comparable(name)}`;
