import { deprivations } from "../poverty-standard/deprivation.js";

/*
 * Aliases: `review` is the review, `household` the household, `standard` the standard that is applied, and
 * `classification` the class on record.
 */

const counted = "(review.deprivations & standard.countedDeprivations)";

/** The bits that are set, added up one by one: SQLite has no function that counts them. */
const deprivationCount = deprivations.map((_, bit) => `((${counted} >> ${bit}) & 1)`).join(" + ");

const lineOf = (kind: "Poor" | "Income" | "Average") =>
  `CASE WHEN household.isUrban = 1 THEN standard.urban${kind}Line ELSE standard.rural${kind}Line END`;

/** The rule of `reclassify` in SQL: the class that the review gives under the standard. */
export const reclassifiedSql = `CASE
  WHEN review.monthlyIncomePerPerson <= ${lineOf("Poor")} THEN 'POOR'
  WHEN review.monthlyIncomePerPerson <= ${lineOf("Income")} THEN
    CASE WHEN ${deprivationCount} >= standard.minimumDeprivationsForPoor THEN 'POOR' ELSE 'NEAR_POOR' END
  WHEN classification.class = 'NEWLY_ESCAPED' THEN 'NEWLY_ESCAPED'
  WHEN review.monthlyIncomePerPerson <= ${lineOf("Average")} THEN 'AVERAGE'
  ELSE 'ABOVE_AVERAGE' END`;
