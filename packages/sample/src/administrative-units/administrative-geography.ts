import type { AdministrativeUnitEntity } from "@an-sinh/households/administrative-unit/administrative-unit.entity";
import type { AdministrativeUnitSuccessionEntity } from "@an-sinh/households/administrative-unit/administrative-unit-succession.entity";
import type { TerritoryEntity } from "@an-sinh/territory/territory.entity";
import type { SampleLocality } from "../population/population.js";
import { readAddressDatabase } from "./address-database.js";
import { readClosedDistricts } from "./closed-districts.js";
import { localityId, judgeMappings, type LandTransfer } from "./mappings.js";
import { Tally, type LoadReport } from "./tally.js";
import { createUnitIds, type UnitIds } from "./unit-ids.js";
import { unitRows } from "./unit-rows.js";

/** The country's units of today, this sample's units until 2025-06-30, and the land that links them. */
export interface AdministrativeGeography {
  /** Parents before children. */
  readonly units: readonly AdministrativeUnitEntity[];
  readonly successions: readonly AdministrativeUnitSuccessionEntity[];
  readonly localities: readonly SampleLocality[];
  readonly territory: readonly TerritoryEntity[];
  readonly report: LoadReport;
}

/** Reads the address database and the list of closed districts, through validation. `source` is for tests. */
export function loadAdministrativeGeography(source?: unknown): AdministrativeGeography {
  const tally = new Tally();
  const tables = readAddressDatabase(tally, source);
  const districts = readClosedDistricts();
  const transfers = judgeMappings(tables, districts, tally);
  const ids = createUnitIds(tables);
  const localities = transfers.map((transfer) => toLocality(transfer, ids));
  const units = unitRows({ tables, districts, transfers, ids });
  tally.load("provinces", tables.provinces.length);
  tally.load("communes", tables.communes.length);
  tally.load("mappings", transfers.length);
  return {
    units,
    successions: successionRows(localities),
    localities,
    territory: territoryRows(localities),
    report: tally.report(),
  };
}

function toLocality(transfer: LandTransfer, ids: UnitIds): SampleLocality {
  return {
    id: localityId(transfer),
    formerCommuneId: transfer.formerCode,
    formerDistrictId: transfer.district.code,
    formerProvinceId: transfer.province.code,
    communeId: ids.commune(transfer.commune.code),
    provinceId: ids.province(transfer.province.successorCode),
    isUrban: /^(Phường|Thị trấn) /.test(transfer.formerName),
  };
}

/** Former communes, districts and provinces, each to what has its land today. A unit does not succeed itself. */
function successionRows(localities: readonly SampleLocality[]): AdministrativeUnitSuccessionEntity[] {
  const rows = new Map<string, AdministrativeUnitSuccessionEntity>();
  const add = (predecessorId: string, successorId: string) => {
    if (predecessorId !== successorId)
      rows.set(`${predecessorId}>${successorId}`, { predecessorId, successorId });
  };
  for (const locality of localities) {
    add(locality.formerCommuneId, locality.communeId);
    add(locality.formerDistrictId, locality.communeId);
    add(locality.formerProvinceId, locality.provinceId);
  }
  return [...rows.values()];
}

function territoryRows(localities: readonly SampleLocality[]): TerritoryEntity[] {
  return localities.flatMap((locality) => {
    const { formerCommuneId, formerDistrictId, formerProvinceId, communeId, provinceId } = locality;
    const units = new Set([formerCommuneId, formerDistrictId, formerProvinceId, communeId, provinceId]);
    return [...units].map((unitId) => ({ unitId, localityId: locality.id }));
  });
}
