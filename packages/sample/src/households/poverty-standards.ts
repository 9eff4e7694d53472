import { deprivations, type Deprivation } from "@an-sinh/households/poverty-standard/deprivation";
import type { PovertyStandardEntity } from "@an-sinh/households/poverty-standard/poverty-standard.entity";
import { formerUnitId } from "../administrative-units/unit-ids.js";

const counting = (indicators: readonly Deprivation[]) =>
  indicators.reduce((bits, indicator) => bits | (1 << deprivations.indexOf(indicator)), 0);

const centralLines = {
  ruralIncomeLine: 1_500_000,
  urbanIncomeLine: 2_000_000,
  ruralAverageLine: 2_250_000,
  urbanAverageLine: 3_000_000,
  minimumDeprivationsForPoor: 3,
  countedDeprivations: counting(deprivations),
};

export const centralStandard: PovertyStandardEntity = {
  id: "central-2022",
  name: "Central multidimensional poverty standard 2022–2025, extended to 2026",
  issuedById: null,
  legalBasis: "Decree 07/2021/ND-CP, extended by Decree 351/2025/ND-CP",
  validFrom: "2021-03-15",
  validTo: "2026-12-31",
  ...centralLines,
};

/** Stated to be sample values: only that the lines are not below the central ones is certain. */
const provincialStandards: readonly PovertyStandardEntity[] = [
  {
    ...centralLines,
    id: "ha-noi-2022",
    name: "Ha Noi's own poverty standard (thresholds are sample values)",
    issuedById: formerUnitId("01"),
    legalBasis:
      "Resolution of the People's Council of Ha Noi; thresholds are sample values, not the resolution's",
    validFrom: "2022-01-01",
    validTo: "2026-12-31",
    ruralIncomeLine: 2_000_000,
    urbanIncomeLine: 2_400_000,
    ruralAverageLine: 3_000_000,
    urbanAverageLine: 3_600_000,
  },
  {
    ...centralLines,
    id: "quang-ninh-2023",
    name: "Quang Ninh's own poverty standard (thresholds are sample values)",
    issuedById: formerUnitId("22"),
    legalBasis:
      "Resolution of the People's Council of Quang Ninh; thresholds are sample values, not the resolution's",
    validFrom: "2023-01-01",
    validTo: "2026-12-31",
    ruralIncomeLine: 2_000_000,
    urbanIncomeLine: 2_500_000,
    ruralAverageLine: 3_000_000,
    urbanAverageLine: 3_750_000,
  },
];

const centralStandardFrom2027: PovertyStandardEntity = {
  id: "central-2027",
  name: "Central multidimensional poverty standard from 2027",
  issuedById: null,
  legalBasis: "Decree 351/2025/ND-CP",
  validFrom: "2027-01-01",
  validTo: null,
  ruralIncomeLine: 2_200_000,
  urbanIncomeLine: 2_800_000,
  ruralAverageLine: 3_300_000,
  urbanAverageLine: 4_200_000,
  minimumDeprivationsForPoor: 3,
  // Access means are dropped. The two new indicators were not asked about in any review yet.
  countedDeprivations: counting(deprivations.filter((name) => name !== "INFORMATION_ACCESS_MEANS")),
};

export const povertyStandards = [centralStandard, ...provincialStandards, centralStandardFrom2027];
