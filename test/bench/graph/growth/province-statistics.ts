import { statisticsFields } from "../../../support/statistics-fields.js";

interface Statistics {
  readonly kind: "statistics" | "count";
  readonly name: string;
  readonly document: string;
}

/** Every statistic of a province, as the API has them, and what is counted anew each time. */
export const provinceStatistics = (): Statistics[] => [
  ...statisticsFields().map(({ name, text }) => ({
    kind: "statistics" as const,
    name,
    document: ofProvince(text),
  })),
  // A household is classified anew under a standard.
  { kind: "count", name: "reclassification", document: ofProvince(reclassification) },
];

const reclassification =
  'reclassification(standard: "central-2022") { households changing changes { from to households } communes { households changing } }';

const ofProvince = (fields: string) => `{ administrativeUnit(code: "24", on: "2025-12-31") { ${fields} } }`;
