import { defineLoader, groupByKey } from "@an-sinh/subgraph-kit/batching";
import { HouseholdClassificationEntity } from "../household-classification/household-classification.entity.js";
import type { HouseholdClass } from "../poverty-standard/household-class.js";
import { reclassifiedSql } from "./reclassified-sql.js";

/** How many households of a commune have one class on record and which they would have. */
export interface ClassPair {
  readonly communeId: string;
  readonly from: HouseholdClass;
  readonly to: HouseholdClass;
  readonly households: number;
}

interface ClassPairQuestion {
  readonly standardId: string;
  readonly reportingStandardId: string;
  readonly on: string;
}

interface Row {
  readonly unit_id: string;
  readonly commune_id: string;
  readonly from_class: HouseholdClass;
  readonly to_class: HouseholdClass;
  readonly households: number | string;
}

const inForce = (alias: string) => `${alias}.since <= ? AND (${alias}.until IS NULL OR ${alias}.until >= ?)`;

/** By unit: every class on record on a day, and what the review behind it gives under another standard. */
export const classPairs = defineLoader<ClassPair[], ClassPairQuestion>(
  async (unitIds, context, { standardId, reportingStandardId, on }) => {
    const rows = await context.statistics<Row>(
      `SELECT unit_id, commune_id, from_class, to_class, COUNT(*) AS households
       FROM (
         SELECT t.unit_id, h.commune_id, c.class AS from_class, COALESCE(known.class, ${reclassifiedSql}) AS to_class
         FROM territory t
         JOIN household_classification c ON c.locality_id = t.locality_id AND c.standard_id = ? AND ${inForce("c")}
         JOIN poverty_review r ON r.id = c.review_id
         JOIN household h ON h.id = c.household_id
         JOIN poverty_standard s ON s.id = ?
         LEFT JOIN household_classification known
           ON known.review_id = c.review_id AND known.standard_id = s.id AND ${inForce("known")}
         WHERE t.unit_id IN (${unitIds.map(() => "?").join(", ")})
       ) judged
       GROUP BY unit_id, commune_id, from_class, to_class
       ORDER BY unit_id, commune_id, from_class, to_class`,
      [reportingStandardId, on, on, standardId, on, on, ...unitIds],
    );
    return groupByKey(unitIds, rows, (row) => row.unit_id).map((ofUnit) => ofUnit.map(toPair));
  },
);

const toPair = (row: Row): ClassPair => ({
  communeId: row.commune_id,
  from: row.from_class,
  to: row.to_class,
  households: Number(row.households),
});

/** Each household's classes in force on a day under whichever standards, with the reviews behind them. */
export const classificationsInForce = defineLoader<HouseholdClassificationEntity[], { on: string }>(
  async (householdIds, context, { on }) =>
    groupByKey(
      householdIds,
      await context
        .read(HouseholdClassificationEntity, "classification")
        .innerJoinAndSelect("classification.review", "review")
        .where("classification.householdId IN (:...householdIds)", { householdIds })
        .andWhere("classification.since <= :on", { on })
        .andWhere("(classification.until IS NULL OR classification.until >= :on)")
        .orderBy("classification.since")
        .getMany(),
      (classification) => classification.householdId,
    ),
);
