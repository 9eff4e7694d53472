import type { AdministrativeUnitEntity } from "@an-sinh/households/administrative-unit/administrative-unit.entity";
import { searchedText } from "@an-sinh/subgraph-kit/searched-text";
import { unitIdOf } from "@an-sinh/territory/unit-id";
import type { AddressTables } from "./address-database.js";
import type { ClosedDistrict } from "./closed-districts.js";
import { firstDayOfCurrentUnits, formerProvinces, lastDayOfFormerUnits } from "./former-provinces.js";
import type { LandTransfer } from "./land-transfers.js";
import { currentUnitId, formerUnitId, type ProvinceValidity } from "./unit-ids.js";

type Unit = Omit<AdministrativeUnitEntity, "searchedName">;

interface UnitRowsInput {
  readonly tables: AddressTables;
  readonly districts: readonly ClosedDistrict[];
  readonly transfers: readonly LandTransfer[];
  readonly provinces: ProvinceValidity;
}

/** All units on record, parents before children. */
export function unitRows({
  tables,
  districts,
  transfers,
  provinces,
}: UnitRowsInput): AdministrativeUnitEntity[] {
  const units = [
    ...currentProvinces(tables, provinces),
    ...closedProvinces(provinces),
    ...closedDistricts(districts),
    ...closedCommunes(transfers),
    ...currentCommunes(tables, provinces),
  ];
  return units.map((unit) => ({ ...unit, searchedName: searchedText(unit.name) }));
}

function currentProvinces(tables: AddressTables, provinces: ProvinceValidity): Unit[] {
  return tables.provinces.map(({ code, name }) => {
    const id = provinces.idOf(code);
    const validFrom = provinces.validFromOf(code);
    return { id, code, name, level: "PROVINCE", validFrom, validTo: null, parentId: null, provinceId: id };
  });
}

/** A former province that is the same unit as its successor was not closed. */
function closedProvinces(provinces: ProvinceValidity): Unit[] {
  const closed = formerProvinces.filter(
    ({ code, successorCode }) => provinces.idOf(successorCode) !== formerUnitId(code),
  );
  return closed.map(({ code, name }) => ({
    ...closedUnit(code, name),
    level: "PROVINCE",
    parentId: null,
    provinceId: formerUnitId(code),
  }));
}

function closedDistricts(districts: readonly ClosedDistrict[]): Unit[] {
  return districts.map(({ code, name, formerProvinceCode }) => ({
    ...closedUnit(code, name),
    level: "DISTRICT",
    parentId: formerUnitId(formerProvinceCode),
    provinceId: formerUnitId(formerProvinceCode),
  }));
}

/** The first day of the former commune of a transfer. Null: it is older than the records. */
const beginningOf = ({ earlier }: LandTransfer): string | null => earlier?.closedOn ?? null;

/** The id of the commune that had the land until 2025-06-30. */
export const formerCommuneId = (transfer: LandTransfer): string =>
  unitIdOf(transfer.formerCode, beginningOf(transfer));

function closedCommunes(transfers: readonly LandTransfer[]): Unit[] {
  const rows = transfers.flatMap((transfer) => {
    const { formerCode, formerName, earlier } = transfer;
    const parents = {
      level: "COMMUNE",
      parentId: formerUnitId(transfer.district.code),
      provinceId: formerUnitId(transfer.province.code),
    } as const;
    const former = { ...closedUnit(formerCode, formerName), ...parents };
    if (!earlier) return [former];
    return [
      { ...closedUnit(earlier.code, earlier.name), ...parents, validTo: earlier.validTo },
      { ...former, id: formerCommuneId(transfer), validFrom: beginningOf(transfer) },
    ];
  });
  return [...new Map(rows.map((row) => [row.id, row])).values()];
}

function currentCommunes(tables: AddressTables, provinces: ProvinceValidity): Unit[] {
  return tables.communes.map(({ code, name, provinceCode }) => {
    const provinceId = provinces.idOf(provinceCode);
    const validity = { validFrom: firstDayOfCurrentUnits, validTo: null };
    return {
      id: currentUnitId(code),
      code,
      name,
      level: "COMMUNE",
      ...validity,
      parentId: provinceId,
      provinceId,
    };
  });
}

const closedUnit = (code: string, name: string) => ({
  id: formerUnitId(code),
  code,
  name,
  validFrom: null,
  validTo: lastDayOfFormerUnits,
});
