import { deprivations, type Deprivation } from "@an-sinh/households/poverty-standard/deprivation";
import type { PovertyStandardEntity } from "@an-sinh/households/poverty-standard/poverty-standard.entity";
import { haNoiId, quangNinhId } from "../administrative-units/named-units.js";

/** One bit for each indicator. */
const bitsOf = (indicators: readonly Deprivation[]) =>
  indicators.reduce((bits, indicator) => bits | (1 << deprivations.indexOf(indicator)), 0);

const centralLines = {
  ruralIncomeLine: 1_500_000,
  urbanIncomeLine: 2_000_000,
  ruralAverageLine: 2_250_000,
  urbanAverageLine: 3_000_000,
  minimumDeprivationsForPoor: 3,
  countedDeprivations: bitsOf(deprivations),
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

/** The lines are sample values, and the names say so. It is certain only that they are not below the central ones. */
const provincialStandards: readonly PovertyStandardEntity[] = [
  {
    ...centralLines,
    id: "ha-noi-2022",
    name: "Ha Noi's own poverty standard (thresholds are sample values)",
    issuedById: haNoiId,
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
    issuedById: quangNinhId,
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
  // The standard drops the access means. No review has asked about its two new indicators yet.
  countedDeprivations: bitsOf(deprivations.filter((name) => name !== "INFORMATION_ACCESS_MEANS")),
};

export const povertyStandards = [centralStandard, ...provincialStandards, centralStandardFrom2027];
