import type { SupportTopUpEntity } from "@an-sinh/households/support-top-up/support-top-up.entity";
import { quangNinhId } from "../../administrative-units/named-units.js";
import { formerUnitId } from "../../administrative-units/unit-ids.js";
import { firstPensionDay } from "./assistance-programs.js";

const legalBasis =
  "Resolutions of the People's Council of Quang Ninh; published is the range, what each support gets is a sample value";

const topUp = (
  number: number,
  given: Pick<SupportTopUpEntity, "support" | "programCode" | "timesCentral"> & Partial<SupportTopUpEntity>,
): SupportTopUpEntity => ({
  id: `tu-22-${number}`,
  unitId: quangNinhId,
  fromYear: 2021,
  toYear: 2025,
  beganOn: null,
  legalBasis,
  ...given,
});

/** F49, F50: from 2021 to 2025 Quang Ninh paid 1.3 to 1.5 times the levels of the central government. */
export const supportTopUps: readonly SupportTopUpEntity[] = [
  topUp(1, { support: "Monthly social allowance", programCode: "MONTHLY_ALLOWANCE", timesCentral: 1.4 }),
  topUp(2, {
    support: "Social pension",
    programCode: "SOCIAL_PENSION",
    timesCentral: 1.4,
    fromYear: 2025,
    beganOn: firstPensionDay,
  }),
  topUp(3, {
    support: "Means of production in livelihood models",
    programCode: "LIVELIHOOD_MODEL",
    timesCentral: 1.5,
  }),
  topUp(4, {
    support: "Vocational training of poor and near-poor workers",
    programCode: null,
    timesCentral: 1.3,
  }),
];

/** How many times the central level a province pays. 1: it adds nothing. */
export const timesCentral = (formerProvinceCode: string, programCode: string): number =>
  supportTopUps.find(
    (row) => row.unitId === formerUnitId(formerProvinceCode) && row.programCode === programCode,
  )?.timesCentral ?? 1;
