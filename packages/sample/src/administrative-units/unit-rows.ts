import type { AdministrativeUnitEntity } from "@an-sinh/households/administrative-unit/administrative-unit.entity";
import type { AddressTables } from "./address-database.js";
import type { ClosedDistrict } from "./closed-districts.js";
import { firstDayOfCurrentUnits, formerProvinces, lastDayOfFormerUnits } from "./former-provinces.js";
import type { LandTransfer } from "./mappings.js";
import type { UnitIds } from "./unit-ids.js";

export interface UnitRowsInput {
  readonly tables: AddressTables;
  readonly districts: readonly ClosedDistrict[];
  readonly transfers: readonly LandTransfer[];
  readonly ids: UnitIds;
}

/** Parents before children. */
export function unitRows({ tables, districts, transfers, ids }: UnitRowsInput): AdministrativeUnitEntity[] {
  return [
    ...currentProvinces(tables, ids),
    ...closedProvinces(ids),
    ...closedDistricts(districts),
    ...closedCommunes(transfers),
    ...currentCommunes(tables, ids),
  ];
}

function currentProvinces({ provinces }: AddressTables, ids: UnitIds): AdministrativeUnitEntity[] {
  return provinces.map(({ code, name }) => {
    const id = ids.province(code);
    const validFrom = ids.provinceValidFrom(code);
    return { id, code, name, level: "PROVINCE", validFrom, validTo: null, parentId: null, provinceId: id };
  });
}

function closedProvinces(ids: UnitIds): AdministrativeUnitEntity[] {
  const closed = formerProvinces.filter(({ code, successorCode }) => ids.province(successorCode) !== code);
  return closed.map(({ code, name }) => ({
    ...closedUnit(code, name),
    level: "PROVINCE",
    parentId: null,
    provinceId: code,
  }));
}

function closedDistricts(districts: readonly ClosedDistrict[]): AdministrativeUnitEntity[] {
  return districts.map(({ code, name, formerProvinceCode }) => ({
    ...closedUnit(code, name),
    level: "DISTRICT",
    parentId: formerProvinceCode,
    provinceId: formerProvinceCode,
  }));
}

function closedCommunes(transfers: readonly LandTransfer[]): AdministrativeUnitEntity[] {
  const byCode = new Map(transfers.map((transfer) => [transfer.formerCode, transfer]));
  return [...byCode.values()].map(({ formerCode, formerName, district, province }) => ({
    ...closedUnit(formerCode, formerName),
    level: "COMMUNE",
    parentId: district.code,
    provinceId: province.code,
  }));
}

function currentCommunes({ communes }: AddressTables, ids: UnitIds): AdministrativeUnitEntity[] {
  return communes.map(({ code, name, provinceCode }) => {
    const provinceId = ids.province(provinceCode);
    const validity = { validFrom: firstDayOfCurrentUnits, validTo: null };
    return {
      id: ids.commune(code),
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
  id: code,
  code,
  name,
  validFrom: null,
  validTo: lastDayOfFormerUnits,
});
