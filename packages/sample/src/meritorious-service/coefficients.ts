import type { AllowanceKind } from "@an-sinh/meritorious-service/allowance/allowance.enums";
import type { Recognition } from "../meritorious-people/recognitions.js";

/** A monthly allowance of `coefficient` times the standard level. `period` is a part of the record's time. */
interface MonthlyCoefficient {
  readonly kind: AllowanceKind;
  readonly coefficient: number;
  readonly period: "ALWAYS" | "UNTIL_REASSESSMENT" | "SINCE_REASSESSMENT";
  readonly legalBasis: string;
}

/** From this day on some war invalids of the sample have a higher coefficient. */
export const reassessedOn = "2023-07-01";

/** The coefficient of Heroic Mothers is on record. All others are sample values, and say so. */
const sampleBasis = "Sample value, not the coefficient of a decree";
const heroicMotherBasis = "Decree 75/2021/ND-CP: three times the standard level";

/** The highest injury rate in percent, and the coefficient up to it. */
const byInjuryRate = [
  [40, 0.76],
  [60, 1.27],
  [80, 1.78],
  [100, 2.28],
] as const;

/** The monthly allowances of a record. Empty: its category has none, or the person has another income instead. */
export function monthlyCoefficients(recognition: Recognition): MonthlyCoefficient[] {
  const { code, record, ordinal } = recognition;
  const rate = record.injuryRatePercent ?? 0;
  switch (code) {
    case "REVOLUTIONARY_BEFORE_1945":
      return [monthly(1.32)];
    case "REVOLUTIONARY_1945":
      return [monthly(1.21)];
    case "HEROIC_MOTHER":
      return [
        { ...monthly(3), legalBasis: heroicMotherBasis },
        { ...monthly(1), kind: "CAREGIVER" },
      ];
    case "ARMED_FORCES_HERO":
    case "LABOR_HERO":
      return [monthly(0.84)];
    case "WAR_INVALID":
      return [...forWarInvalid(rate * 0.031, ordinal), ...forSevereInjury(rate)];
    case "SICK_SOLDIER":
      return [monthly(rate * 0.028)];
    case "TOXIC_CHEMICAL_VICTIM":
      return [monthly(byInjuryRate.find(([limit]) => rate <= limit)?.[1] ?? 0), ...forSevereInjury(rate)];
    case "IMPRISONED_REVOLUTIONARY":
      return [monthly(0.6)];
    case "REVOLUTION_HELPER":
      return ordinal % 2 === 0 ? [monthly(0.6)] : [];
    case "RELATIVE":
      return ordinal % 3 === 0 ? [] : [{ ...monthly(1), kind: "SURVIVOR" }];
    case "MARTYR":
    case "RESISTANCE_ACTIVIST":
      return [];
  }
}

const monthly = (coefficient: number): MonthlyCoefficient => ({
  kind: "MONTHLY",
  coefficient: Math.round(coefficient * 1000) / 1000,
  period: "ALWAYS",
  legalBasis: sampleBasis,
});

/** Every tenth war invalid was reassessed, and had a lower coefficient before. */
function forWarInvalid(coefficient: number, ordinal: number): MonthlyCoefficient[] {
  if (ordinal % 10 !== 0) return [monthly(coefficient)];
  return [
    { ...monthly(coefficient * 0.9), period: "UNTIL_REASSESSMENT" },
    { ...monthly(coefficient), period: "SINCE_REASSESSMENT" },
  ];
}

function forSevereInjury(ratePercent: number): MonthlyCoefficient[] {
  if (ratePercent < 81) return [];
  return [
    { ...monthly(0.51), kind: "SUPPLEMENT" },
    { ...monthly(1), kind: "CAREGIVER" },
  ];
}
