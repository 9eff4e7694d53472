import { deprivations, type Deprivation } from "@an-sinh/households/poverty-standard/deprivation";
import type { PovertyStandardEntity } from "@an-sinh/households/poverty-standard/poverty-standard.entity";
import { haNoiId, quangNinhId } from "../administrative-units/named-units.js";

/** One bit for each indicator. */
const bitsOf = (indicators: readonly Deprivation[]) =>
  indicators.reduce((bits, indicator) => bits | (1 << deprivations.indexOf(indicator)), 0);

const without = (...indicators: readonly Deprivation[]) =>
  bitsOf(deprivations.filter((name) => !indicators.includes(name)));

/** Decision 59/2015. Its classes counted to the end of 2021. The sample has no review under it. */
const centralStandardTo2021: PovertyStandardEntity = {
  id: "central-2016",
  name: "Central multidimensional poverty standard 2016–2020, extended over 2021",
  issuedById: null,
  legalBasis:
    "Decision 59/2015/QD-TTg, extended over 2021 by Decree 07/2021/ND-CP. Sample values: the lines of the average living standard",
  validFrom: "2016-01-01",
  validTo: "2021-12-31",
  reviewedFrom: null,
  ruralPoorLine: 700_000,
  urbanPoorLine: 900_000,
  ruralIncomeLine: 1_000_000,
  urbanIncomeLine: 1_300_000,
  ruralAverageLine: 1_500_000,
  urbanAverageLine: 1_950_000,
  minimumDeprivationsForPoor: 3,
  // Of its ten indicators, the use of health services is none of those that later reviews ask about.
  countedDeprivations: without("EMPLOYMENT", "DEPENDENTS", "NUTRITION"),
};

const linesOf2022 = {
  ruralPoorLine: null,
  urbanPoorLine: null,
  ruralIncomeLine: 1_500_000,
  urbanIncomeLine: 2_000_000,
  ruralAverageLine: 2_250_000,
  urbanAverageLine: 3_000_000,
  minimumDeprivationsForPoor: 3,
  countedDeprivations: bitsOf(deprivations),
};

/** The general review of 2021, which began on 1 September, was held under it in advance. */
export const centralStandard: PovertyStandardEntity = {
  id: "central-2022",
  name: "Central multidimensional poverty standard 2022–2025, extended to 2026",
  issuedById: null,
  legalBasis:
    "Decree 07/2021/ND-CP, extended by Decree 351/2025/ND-CP. Sample values: the lines of the average living standard",
  validFrom: "2022-01-01",
  validTo: "2026-12-31",
  reviewedFrom: "2021-09-01",
  ...linesOf2022,
};

const provincialStandards: readonly PovertyStandardEntity[] = [
  {
    ...linesOf2022,
    id: "ha-noi-2022",
    name: "Ha Noi's own poverty standard (thresholds are sample values)",
    issuedById: haNoiId,
    legalBasis: "Resolution of the People's Council of Ha Noi. Sample values: all thresholds and the days",
    validFrom: "2022-01-01",
    validTo: "2026-12-31",
    reviewedFrom: null,
    ruralIncomeLine: 2_000_000,
    urbanIncomeLine: 2_400_000,
    ruralAverageLine: 3_000_000,
    urbanAverageLine: 3_600_000,
  },
  {
    ...linesOf2022,
    id: "quang-ninh-2023",
    name: "Quang Ninh's own poverty standard 2023–2025, extended to 2026",
    issuedById: quangNinhId,
    legalBasis:
      "Resolution of the People's Council of Quang Ninh of 2023 (2.1 and 2.6 million dong). Sample values: the lines of the average living standard, the days and the extension to 2026",
    validFrom: "2023-01-01",
    validTo: "2026-12-31",
    reviewedFrom: null,
    ruralIncomeLine: 2_100_000,
    urbanIncomeLine: 2_600_000,
    ruralAverageLine: 3_150_000,
    urbanAverageLine: 3_900_000,
  },
];

const centralStandardFrom2027: PovertyStandardEntity = {
  id: "central-2027",
  name: "Central multidimensional poverty standard 2027–2030",
  issuedById: null,
  legalBasis:
    "Decree 351/2025/ND-CP. Sample values: the lines of the average living standard, and that the review of 2026 is held under it in advance",
  validFrom: "2027-01-01",
  validTo: "2030-12-31",
  reviewedFrom: "2026-09-01",
  ruralPoorLine: null,
  urbanPoorLine: null,
  ruralIncomeLine: 2_200_000,
  urbanIncomeLine: 2_800_000,
  ruralAverageLine: 3_300_000,
  urbanAverageLine: 4_200_000,
  minimumDeprivationsForPoor: 3,
  // The standard drops the access means. No review has asked about its two new indicators yet.
  countedDeprivations: without("INFORMATION_ACCESS_MEANS"),
};

export const povertyStandards = [
  centralStandardTo2021,
  centralStandard,
  ...provincialStandards,
  centralStandardFrom2027,
];
