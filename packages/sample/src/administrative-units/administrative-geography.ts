import type { AdministrativeUnitSuccessionEntity } from "@an-sinh/households/administrative-unit/administrative-unit-succession.entity";
import type { AdministrativeUnitEntity } from "@an-sinh/households/administrative-unit/administrative-unit.entity";
import type { TerritoryEntity } from "@an-sinh/territory/territory.entity";
import { readAddressDatabase } from "./address-database.js";
import { readClosedCommunes, splitByClosedCommunes } from "./closed-communes.js";
import { readClosedDistricts } from "./closed-districts.js";
import { firstCode, localityId, readLandTransfers, type LandTransfer } from "./land-transfers.js";
import { LoadReportBuilder, type LoadReport } from "./load-report.js";
import type { SampleLocality } from "./sample-locality.js";
import { createProvinceValidity, currentUnitId, formerUnitId, type ProvinceValidity } from "./unit-ids.js";
import { formerCommuneId, unitRows } from "./unit-rows.js";

/** All units of today, the units of the sample's provinces until 2025-06-30, and the land that both have in common. */
export interface AdministrativeGeography {
  /** Parents before children. */
  readonly units: readonly AdministrativeUnitEntity[];
  readonly successions: readonly AdministrativeUnitSuccessionEntity[];
  readonly localities: readonly SampleLocality[];
  readonly territory: readonly TerritoryEntity[];
  readonly report: LoadReport;
}

/** Reads and checks the address database and the list of closed districts. `source` is the address database in tests. */
export function loadAdministrativeGeography(source?: unknown): AdministrativeGeography {
  const report = new LoadReportBuilder();
  const tables = readAddressDatabase(report, source);
  const districts = readClosedDistricts();
  const mapped = readLandTransfers(tables, districts, report);
  const closedCommunes = readClosedCommunes();
  const transfers = mapped
    .flatMap((transfer) => splitByClosedCommunes(transfer, closedCommunes))
    .toSorted((a, b) => (localityId(a) < localityId(b) ? -1 : 1));
  const provinces = createProvinceValidity(tables);
  const localities = transfers.map((transfer) => toLocality(transfer, provinces));
  const units = unitRows({ tables, districts, transfers, provinces });
  report.addLoaded("provinces", tables.provinces.length);
  report.addLoaded("communes", tables.communes.length);
  report.addLoaded("mappings", mapped.length);
  return {
    units,
    successions: successionRows(localities),
    localities,
    territory: [...territoryRows(localities), ...otherCommuneRows(units, localities)],
    report: report.build(),
  };
}

function toLocality(transfer: LandTransfer, provinces: ProvinceValidity): SampleLocality {
  return {
    id: localityId(transfer),
    formerCommuneCode: firstCode(transfer),
    formerCommuneIds: [
      ...(transfer.earlier ? [formerUnitId(transfer.earlier.code)] : []),
      formerCommuneId(transfer),
    ],
    formerDistrictCode: transfer.district.code,
    formerProvinceCode: transfer.province.code,
    communeId: currentUnitId(transfer.commune.code),
    provinceId: provinces.idOf(transfer.province.successorCode),
    isUrban: /^(Phường|Thị trấn) /.test(transfer.formerName),
  };
}

/**
 * Each former district and province with the units that have its land today, and each former commune with the communes
 * that came next. A unit does not succeed itself.
 */
function successionRows(localities: readonly SampleLocality[]): AdministrativeUnitSuccessionEntity[] {
  const rows = new Map<string, AdministrativeUnitSuccessionEntity>();
  const add = (predecessorId: string, successorId: string) => {
    if (predecessorId !== successorId)
      rows.set(`${predecessorId}>${successorId}`, { predecessorId, successorId });
  };
  for (const locality of localities) {
    const communes = [...locality.formerCommuneIds, locality.communeId];
    for (const [index, successorId] of communes.slice(1).entries()) add(communes[index] ?? "", successorId);
    add(formerUnitId(locality.formerDistrictCode), locality.communeId);
    add(formerUnitId(locality.formerProvinceCode), locality.provinceId);
  }
  return [...rows.values()];
}

function territoryRows(localities: readonly SampleLocality[]): TerritoryEntity[] {
  return localities.flatMap((locality) => {
    const { formerCommuneIds, formerDistrictCode, formerProvinceCode, communeId, provinceId } = locality;
    const formerIds = [formerDistrictCode, formerProvinceCode].map(formerUnitId);
    const unitIds = new Set([...formerCommuneIds, ...formerIds, communeId, provinceId]);
    return [...unitIds].map((unitId) => ({ unitId, localityId: locality.id }));
  });
}

/**
 * Each commune of today without a land transfer is one locality. So the territory has every unit on record, also those
 * outside the sample's provinces. Nobody of the sample lives there.
 */
function otherCommuneRows(
  units: readonly AdministrativeUnitEntity[],
  localities: readonly SampleLocality[],
): TerritoryEntity[] {
  const transferred = new Set(localities.map(({ communeId }) => communeId));
  const rest = units.filter(
    ({ id, level, validTo }) => level === "COMMUNE" && validTo === null && !transferred.has(id),
  );
  return rest.flatMap(({ id, code, provinceId }) =>
    [id, provinceId].map((unitId) => ({ unitId, localityId: `${code}-whole` })),
  );
}
