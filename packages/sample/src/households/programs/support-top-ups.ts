import type { SupportTopUpEntity } from "@an-sinh/households/support-top-up/support-top-up.entity";
import { quangNinhId } from "../../administrative-units/named-units.js";
import { formerUnitId } from "../../administrative-units/unit-ids.js";

const topUp = (
  number: number,
  support: string,
  programCode: string | null,
  timesCentral: number,
): SupportTopUpEntity => ({
  id: `tu-22-${number}`,
  unitId: quangNinhId,
  support,
  programCode,
  fromYear: 2021,
  toYear: 2025,
  timesCentral,
  legalBasis:
    "Resolutions of the People's Council of Quang Ninh; published is the range, what each support gets is a sample value",
});

/** F49, F50: from 2021 to 2025 Quang Ninh paid 1.3 to 1.5 times the levels of the central government. */
export const supportTopUps: readonly SupportTopUpEntity[] = [
  topUp(1, "Monthly social allowance", "MONTHLY_ALLOWANCE", 1.4),
  topUp(2, "Social pension", "SOCIAL_PENSION", 1.4),
  topUp(3, "Means of production in livelihood models", "LIVELIHOOD_MODEL", 1.5),
  topUp(4, "Vocational training of poor and near-poor workers", null, 1.3),
];

/** How many times the central level a province pays. 1: it adds nothing. */
export const timesCentral = (formerProvinceCode: string, programCode: string): number =>
  supportTopUps.find(
    (row) => row.unitId === formerUnitId(formerProvinceCode) && row.programCode === programCode,
  )?.timesCentral ?? 1;
