import type { AllowanceKind } from "@an-sinh/meritorious-service/allowance/allowance.enums";
import type { Recognition } from "./recognitions.js";

/** A monthly allowance: what it is, times the standard level, and when within the record's time. */
interface MonthlyCoefficient {
  readonly kind: AllowanceKind;
  readonly coefficient: number;
  readonly period: "ALWAYS" | "UNTIL_REASSESSMENT" | "SINCE_REASSESSMENT";
  readonly legalBasis: string;
}

/** The day from which some war invalids of the sample have a higher coefficient. */
export const reassessedOn = "2023-07-01";

/** Only the Heroic Mother's coefficient is on record; the others are plausible, and say that they are not law. */
const sampleBasis = "Sample coefficient, not that of a decree";
const heroicMotherBasis = "Decree 77/2024/ND-CP: three times the standard level";

/** A victim's loss of working capacity, up to and including, and the coefficient for it. */
const byInjuryRate = [
  [40, 0.76],
  [60, 1.27],
  [80, 1.78],
  [100, 2.28],
] as const;

/** Empty: the category brings no monthly allowance, or the record's holder has another income instead. */
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
      return [...reassessed(rate * 0.031, ordinal), ...forSevereInjury(rate)];
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

/** One war invalid in ten had a lower coefficient before the reassessment. */
function reassessed(coefficient: number, ordinal: number): MonthlyCoefficient[] {
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
