import type { AdministrativeUnitEntity } from "@an-sinh/households/administrative-unit/administrative-unit.entity";
import type { AddressTables } from "./address-database.js";
import type { ClosedDistrict } from "./closed-districts.js";
import { firstDayOfCurrentUnits, formerProvinces, lastDayOfFormerUnits } from "./former-provinces.js";
import type { LandTransfer } from "./land-transfers.js";
import { currentUnitId, formerUnitId, type ProvinceValidity } from "./unit-ids.js";

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
  return [
    ...currentProvinces(tables, provinces),
    ...closedProvinces(provinces),
    ...closedDistricts(districts),
    ...closedCommunes(transfers),
    ...currentCommunes(tables, provinces),
  ];
}

function currentProvinces(tables: AddressTables, provinces: ProvinceValidity): AdministrativeUnitEntity[] {
  return tables.provinces.map(({ code, name }) => {
    const id = provinces.idOf(code);
    const validFrom = provinces.validFromOf(code);
    return { id, code, name, level: "PROVINCE", validFrom, validTo: null, parentId: null, provinceId: id };
  });
}

/** A former province that is the same unit as its successor was not closed. */
function closedProvinces(provinces: ProvinceValidity): AdministrativeUnitEntity[] {
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

function closedDistricts(districts: readonly ClosedDistrict[]): AdministrativeUnitEntity[] {
  return districts.map(({ code, name, formerProvinceCode }) => ({
    ...closedUnit(code, name),
    level: "DISTRICT",
    parentId: formerUnitId(formerProvinceCode),
    provinceId: formerUnitId(formerProvinceCode),
  }));
}

function closedCommunes(transfers: readonly LandTransfer[]): AdministrativeUnitEntity[] {
  const byCode = new Map(transfers.map((transfer) => [transfer.formerCode, transfer]));
  return [...byCode.values()].map(({ formerCode, formerName, district, province }) => ({
    ...closedUnit(formerCode, formerName),
    level: "COMMUNE",
    parentId: formerUnitId(district.code),
    provinceId: formerUnitId(province.code),
  }));
}

function currentCommunes(tables: AddressTables, provinces: ProvinceValidity): AdministrativeUnitEntity[] {
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
