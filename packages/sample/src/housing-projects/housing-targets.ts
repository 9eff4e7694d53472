import type { NationalApartmentTargetEntity } from "@an-sinh/housing-projects/completion-target/national-apartment-target.entity";
import type { SupportTargetEntity } from "@an-sinh/housing-projects/support-target/support-target.entity";
import { mergedBacNinhId } from "../administrative-units/named-units.js";

const decision444 = "Decision 444/QD-TTg of 2025";

const inYear = (year: number, apartments: number): NationalApartmentTargetEntity => ({
  fromYear: year,
  toYear: year,
  apartments,
  legalBasis: decision444,
});

/** F11: at least one million apartments from 2021 to 2030. */
export const nationalApartmentTargets: readonly NationalApartmentTargetEntity[] = [
  { fromYear: 2021, toYear: 2030, apartments: 1_000_000, legalBasis: "Decision 338/QD-TTg of 2023" },
  { fromYear: 2025, toYear: 2030, apartments: 995_445, legalBasis: decision444 },
  inYear(2025, 100_275),
  inYear(2026, 116_347),
  inYear(2027, 148_343),
  inYear(2028, 172_402),
  inYear(2029, 186_917),
  inYear(2030, 271_161),
];

/** F22, F23, F25: with 1,594 houses built and 922 repaired, Bac Ninh reached 100 % of its target. */
export const supportTargetRows = (scale: number): SupportTargetEntity[] => [
  {
    unitId: mergedBacNinhId,
    year: 2025,
    program: "TEMPORARY_HOUSE_ELIMINATION",
    houses: 2_516 * scale,
    legalBasis:
      "Sample value: the province reported that 100 % of the target was reached, not the number of houses",
  },
];
