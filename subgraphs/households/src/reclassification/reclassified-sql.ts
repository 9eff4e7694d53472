import { deprivations } from "../poverty-standard/deprivation.js";

/** Aliases: `r` is the review, `h` the household, `s` the standard, `c` the class on record. */
const counted = "(r.deprivations & s.counted_deprivations)";

/** The bits that are set, added up one by one: SQLite has no function that counts them. */
const deprivationCount = deprivations.map((_, bit) => `((${counted} >> ${bit}) & 1)`).join(" + ");

const lineOf = (kind: "income" | "average") =>
  `CASE WHEN h.is_urban = 1 THEN s.urban_${kind}_line ELSE s.rural_${kind}_line END`;

/** The rule of `reclassify` in SQL: the class that review `r` gives under standard `s`. */
export const reclassifiedSql = `CASE
  WHEN r.monthly_income_per_person <= ${lineOf("income")} THEN
    CASE WHEN ${deprivationCount} >= s.minimum_deprivations_for_poor THEN 'POOR' ELSE 'NEAR_POOR' END
  WHEN c.class = 'NEWLY_ESCAPED' THEN 'NEWLY_ESCAPED'
  WHEN r.monthly_income_per_person <= ${lineOf("average")} THEN 'AVERAGE'
  ELSE 'ABOVE_AVERAGE' END`;
