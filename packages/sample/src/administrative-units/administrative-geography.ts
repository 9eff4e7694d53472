import type { AdministrativeUnitEntity } from "@an-sinh/households/administrative-unit/administrative-unit.entity";
import type { AdministrativeUnitSuccessionEntity } from "@an-sinh/households/administrative-unit/administrative-unit-succession.entity";
import type { TerritoryEntity } from "@an-sinh/territory/territory.entity";
import type { SampleLocality } from "../population/population.js";
import { readAddressDatabase } from "./address-database.js";
import { readClosedDistricts } from "./closed-districts.js";
import { localityId, judgeMappings, type LandTransfer } from "./mappings.js";
import { Tally, type LoadReport } from "./tally.js";
import { createProvinceValidity, currentUnitId, formerUnitId, type ProvinceValidity } from "./unit-ids.js";
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
  const provinces = createProvinceValidity(tables);
  const localities = transfers.map((transfer) => toLocality(transfer, provinces));
  const units = unitRows({ tables, districts, transfers, provinces });
  tally.load("provinces", tables.provinces.length);
  tally.load("communes", tables.communes.length);
  tally.load("mappings", transfers.length);
  return {
    units,
    successions: successionRows(localities),
    localities,
    territory: [...territoryRows(localities), ...wholeCommunes(units, localities)],
    report: tally.report(),
  };
}

function toLocality(transfer: LandTransfer, provinces: ProvinceValidity): SampleLocality {
  return {
    id: localityId(transfer),
    formerCommuneCode: transfer.formerCode,
    formerDistrictCode: transfer.district.code,
    formerProvinceCode: transfer.province.code,
    communeId: currentUnitId(transfer.commune.code),
    provinceId: provinces.idOf(transfer.province.successorCode),
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
    add(formerUnitId(locality.formerCommuneCode), locality.communeId);
    add(formerUnitId(locality.formerDistrictCode), locality.communeId);
    add(formerUnitId(locality.formerProvinceCode), locality.provinceId);
  }
  return [...rows.values()];
}

function territoryRows(localities: readonly SampleLocality[]): TerritoryEntity[] {
  return localities.flatMap((locality) => {
    const { formerCommuneCode, formerDistrictCode, formerProvinceCode, communeId, provinceId } = locality;
    const formerIds = [formerCommuneCode, formerDistrictCode, formerProvinceCode].map(formerUnitId);
    const unitIds = new Set([...formerIds, communeId, provinceId]);
    return [...unitIds].map((unitId) => ({ unitId, localityId: locality.id }));
  });
}

/**
 * Each commune of today that no mapping is kept of, as a locality of its own: so every unit on record is in the
 * territory. Nobody of the sample lives there.
 */
function wholeCommunes(
  units: readonly AdministrativeUnitEntity[],
  localities: readonly SampleLocality[],
): TerritoryEntity[] {
  const mapped = new Set(localities.map(({ communeId }) => communeId));
  const rest = units.filter(
    ({ id, level, validTo }) => level === "COMMUNE" && validTo === null && !mapped.has(id),
  );
  return rest.flatMap(({ id, code, provinceId }) =>
    [id, provinceId].map((unitId) => ({ unitId, localityId: `${code}-whole` })),
  );
}
