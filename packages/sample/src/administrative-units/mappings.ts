import type { AddressTables, CommuneRow, MappingRow } from "./address-database.js";
import type { ClosedDistrict } from "./closed-districts.js";
import { formerProvinces, type FormerProvince } from "./former-provinces.js";
import { uniqueBy } from "./unique-by.js";
import { comparable, comparableWithoutType } from "./spelling.js";
import type { Tally } from "./tally.js";

/** A mapping whose every part is known: land that went from one commune to another. */
export interface LandTransfer {
  readonly formerCode: string;
  readonly formerName: string;
  readonly district: ClosedDistrict;
  readonly province: FormerProvince;
  readonly commune: CommuneRow;
}

type Found<Value> = { readonly value: Value; readonly repair?: string } | null;

/**
 * Judges the mappings of this sample's provinces. What can be told for certain is repaired (a lost leading
 * zero, a code that its name identifies, another spelling); the rest is rejected, and all of it counted.
 */
export function judgeMappings(
  tables: AddressTables,
  districts: readonly ClosedDistrict[],
  tally: Tally,
): LandTransfer[] {
  const judge = createJudge(tables, districts);
  const provinces = new Map(formerProvinces.map((province) => [comparable(province.name), province]));
  const transfers = new Map<string, LandTransfer>();
  for (const row of tables.mappings) {
    const province = provinces.get(comparable(row.formerProvinceName));
    if (!province) {
      tally.leaveOutside();
      continue;
    }
    const verdict = judge(row, province);
    if (typeof verdict === "string") tally.reject(verdict);
    else keep(verdict, transfers, tally);
  }
  return [...transfers.values()].toSorted((a, b) => (localityId(a) < localityId(b) ? -1 : 1));
}

/** The land that the two communes have in common. */
export const localityId = (transfer: LandTransfer) => `${transfer.formerCode}-${transfer.commune.code}`;

interface Verdict {
  readonly transfer: LandTransfer;
  readonly repairs: readonly string[];
}

function keep(verdict: Verdict, transfers: Map<string, LandTransfer>, tally: Tally): void {
  const id = localityId(verdict.transfer);
  if (transfers.has(id)) {
    tally.reject("mappings that say what another says");
    return;
  }
  transfers.set(id, verdict.transfer);
  for (const repair of verdict.repairs) tally.repair(repair);
}

/** Gives a verdict, or the reason why there is none. */
function createJudge(tables: AddressTables, districts: readonly ClosedDistrict[]) {
  const findDistrict = districtFinder(districts);
  const findFormerCode = formerCodeFinder(tables.mappings);
  const findCommune = communeFinder(tables);
  return (row: MappingRow, province: FormerProvince): Verdict | string => {
    const district = findDistrict(row, province);
    if (!district) return "mappings of an unknown district";
    const formerCode = findFormerCode(row);
    if (!formerCode) return "mappings without a code of the former commune";
    const commune = findCommune(row);
    if (!commune) return "mappings to a commune that does not exist";
    if (commune.value.provinceCode !== province.successorCode) return "mappings to another province";
    const repairs = [district, formerCode, commune].flatMap(({ repair }) => (repair ? [repair] : []));
    const transfer = { formerCode: formerCode.value, formerName: row.formerName, district: district.value };
    return { transfer: { ...transfer, province, commune: commune.value }, repairs };
  };
}

function districtFinder(districts: readonly ClosedDistrict[]) {
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

const formerKey = (row: MappingRow) =>
  [row.formerProvinceName, row.districtName, row.formerName].map(comparable).join("|");

function formerCodeFinder(mappings: readonly MappingRow[]) {
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

const communeKey = (provinceName: string | undefined, name: string) => `${provinceName}|${comparable(name)}`;

function communeFinder({ communes, provinces }: AddressTables) {
  const byCode = new Map(communes.map((commune) => [commune.code, commune]));
  const provinceNames = new Map(provinces.map(({ code, name }) => [code, comparableWithoutType(name)]));
  const byName = uniqueBy(communes, (commune) =>
    communeKey(provinceNames.get(commune.provinceCode), commune.name),
  );
  return (row: MappingRow): Found<CommuneRow> => {
    const agreeing = (code: string) => {
      const commune = byCode.get(code);
      return commune && comparable(commune.name) === comparable(row.name) ? commune : undefined;
    };
    const exact = agreeing(row.code);
    if (exact) return { value: exact };
    const padded = agreeing(row.code.padStart(5, "0"));
    if (padded) return { value: padded, repair: "codes without leading zeros" };
    const named = byName.get(communeKey(comparableWithoutType(row.provinceName), row.name));
    return named ? { value: named, repair: "wrong codes found by name" } : null;
  };
}
