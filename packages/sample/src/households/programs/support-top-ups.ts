import type { SupportTopUpEntity } from "@an-sinh/households/support-top-up/support-top-up.entity";
import { formerUnitId } from "../../administrative-units/unit-ids.js";

const quangNinhId = formerUnitId("22");

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

/** F49, F50: Quang Ninh gave 1.3 to 1.5 times what the central government gives, from 2021 to 2025. */
export const supportTopUps: readonly SupportTopUpEntity[] = [
  topUp(1, "Monthly social allowance", "MONTHLY_ALLOWANCE", 1.4),
  topUp(2, "Social pension", "SOCIAL_PENSION", 1.4),
  topUp(3, "Means of production in livelihood models", "LIVELIHOOD_MODEL", 1.5),
  topUp(4, "Vocational training of poor and near-poor workers", null, 1.3),
];

/** What the province's own budget makes of a central level: 1 where it adds nothing. */
export const timesCentral = (formerProvinceCode: string, programCode: string): number =>
  supportTopUps.find(
    (row) => row.unitId === formerUnitId(formerProvinceCode) && row.programCode === programCode,
  )?.timesCentral ?? 1;
