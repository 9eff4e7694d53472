import type { ExtremelyDifficultAreaEntity } from "@an-sinh/households/extreme-difficulty/extremely-difficult-area.entity";
import { formerDistrict } from "../administrative-units/named-units.js";
import { formerUnitId } from "../administrative-units/unit-ids.js";
import type { Population } from "../population/population.js";

const legalBasis =
  "Decision 861/QD-TTg and Decision 612/QD-UBDT of 2021; which communes and villages, and when they left, are sample values";

const communeCount = 6;
const villageCount = 6;

/**
 * The communes and villages of Tan Son in extreme difficulty. F40: half of them are to leave the list by 2025. Every
 * second one has left it, by the end of 2023 or of 2024.
 */
export function extremelyDifficultAreas({ localities }: Population): ExtremelyDifficultAreaEntity[] {
  const here = localities.filter(({ formerDistrictCode }) => formerDistrictCode === formerDistrict.tanSon);
  const communes = [...new Set(here.map(({ formerCommuneCode }) => formerCommuneCode))].toSorted();
  return communes.slice(0, communeCount + villageCount).map((code, index) => ({
    id: `xd-${String(index + 1).padStart(4, "0")}`,
    unitId: formerUnitId(code),
    village: index < communeCount ? null : `Khu ${index - communeCount + 1}`,
    validFrom: null,
    validTo: index % 2 === 0 ? null : `${2023 + (Math.floor(index / 2) % 2)}-12-31`,
    legalBasis,
  }));
}
