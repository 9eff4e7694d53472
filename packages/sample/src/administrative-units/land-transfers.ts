import type { AddressTables, CommuneRow, MappingRow } from "./address-database.js";
import type { ClosedCommune } from "./closed-communes.js";
import type { ClosedDistrict } from "./closed-districts.js";
import { formerProvinces, type FormerProvince } from "./former-provinces.js";
import type { LoadReportBuilder } from "./load-report.js";
import { communeFinder, districtFinder, formerCodeFinder } from "./mapping-finders.js";
import { comparable } from "./spelling.js";

/** Land that went from a commune of the sample's former provinces to a commune of today. */
export interface LandTransfer {
  readonly formerCode: string;
  readonly formerName: string;
  readonly district: ClosedDistrict;
  readonly province: FormerProvince;
  readonly commune: CommuneRow;
  /** The commune that had the land before the former commune. Undefined: none is on record. */
  readonly earlier?: ClosedCommune;
}

/** The code of the first commune on record that had the land. */
export const firstCode = ({ earlier, formerCode }: LandTransfer): string => earlier?.code ?? formerCode;

/** The id of the locality that the communes have in common. */
export const localityId = (transfer: LandTransfer): string =>
  `${firstCode(transfer)}-${transfer.commune.code}`;

/**
 * The transfers that the mappings of the sample's provinces describe. An error with only one possible correction is
 * repaired: a lost leading zero, a missing code that the name identifies, another spelling. A mapping with any other
 * error is rejected.
 */
export function readLandTransfers(
  tables: AddressTables,
  districts: readonly ClosedDistrict[],
  report: LoadReportBuilder,
): LandTransfer[] {
  const findTransfer = transferFinder(tables, districts);
  const provinces = new Map(formerProvinces.map((province) => [comparable(province.name), province]));
  const transfers = new Map<string, LandTransfer>();
  for (const row of tables.mappings) {
    const province = provinces.get(comparable(row.formerProvinceName));
    if (!province) {
      report.addOutside();
      continue;
    }
    const found = findTransfer(row, province);
    if (typeof found === "string") report.addRejected(found);
    else add(found, transfers, report);
  }
  return [...transfers.values()];
}

/** A transfer, and which errors of its mapping were repaired. */
interface RepairedTransfer {
  readonly transfer: LandTransfer;
  readonly repairs: readonly string[];
}

function add(
  { transfer, repairs }: RepairedTransfer,
  transfers: Map<string, LandTransfer>,
  report: LoadReportBuilder,
): void {
  const id = localityId(transfer);
  if (transfers.has(id)) {
    report.addRejected("mappings that say what another says");
    return;
  }
  transfers.set(id, transfer);
  for (const repair of repairs) report.addRepaired(repair);
}

/** Returns a function that finds the transfer of a mapping, or the error for which the mapping is rejected. */
function transferFinder(tables: AddressTables, districts: readonly ClosedDistrict[]) {
  const findDistrict = districtFinder(districts);
  const findFormerCode = formerCodeFinder(tables.mappings);
  const findCommune = communeFinder(tables);
  return (row: MappingRow, province: FormerProvince): RepairedTransfer | string => {
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
