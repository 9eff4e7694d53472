import { defineLoader, groupByKey } from "@an-sinh/subgraph-kit/batching";
import { inForceSql } from "@an-sinh/subgraph-kit/calendar";
import { toNumber, type Sum } from "@an-sinh/subgraph-kit/sums";
import { groupByUnit } from "@an-sinh/territory/group-by-unit";
import { HouseholdClassificationEntity } from "../household-classification/household-classification.entity.js";
import { HouseholdEntity } from "../household/household.entity.js";
import { PovertyReviewEntity } from "../poverty-review/poverty-review.entity.js";
import type { HouseholdClass } from "../poverty-standard/household-class.js";
import { PovertyStandardEntity } from "../poverty-standard/poverty-standard.entity.js";
import { reclassifiedSql } from "./reclassified-sql.js";

/** How many households of a commune have the class `from` on record and would have the class `to`. */
export interface ClassPair {
  readonly communeId: string;
  readonly from: HouseholdClass;
  readonly to: HouseholdClass;
  readonly households: number;
}

export interface ClassPairQuestion {
  readonly standardId: string;
  readonly reportingStandardId: string;
  readonly on: string;
}

interface Row {
  readonly unitId: string;
  readonly communeId: string;
  readonly fromClass: HouseholdClass;
  readonly toClass: HouseholdClass;
  readonly households: Sum;
}

/**
 * The households of each unit by commune, class on record on a day and class under another standard. The latter is the
 * one on record if there is one, else the one that the review gives. In the order of the ids of the communes.
 */
export const classPairs = defineLoader<ClassPair[], ClassPairQuestion>(
  async (unitIds, context, { standardId, reportingStandardId, on }) => {
    const classifications = context.statistics(HouseholdClassificationEntity, "classification");
    const pairs = groupByUnit(classifications, "classification", unitIds)
      .innerJoin(PovertyReviewEntity, "review", "review.id = classification.reviewId")
      .innerJoin(HouseholdEntity, "household", "household.id = classification.householdId")
      .innerJoin(PovertyStandardEntity, "standard", "standard.id = :standardId", { standardId })
      .leftJoin(
        HouseholdClassificationEntity,
        "known",
        `known.reviewId = classification.reviewId AND known.standardId = standard.id AND ${inForceSql("known.since", "known.until", ":on")}`,
      )
      .addSelect("household.communeId", "communeId")
      .addSelect("classification.class", "fromClass")
      .addSelect(`COALESCE(known.class, ${reclassifiedSql})`, "toClass")
      .addSelect("COUNT(*)", "households")
      .andWhere("classification.standardId = :reportingStandardId", { reportingStandardId })
      .andWhere(inForceSql("classification.since", "classification.until", ":on"), { on })
      .addGroupBy("household.communeId")
      .addGroupBy("classification.class")
      .addGroupBy("toClass")
      .orderBy("household.communeId");
    const rows = await context.aside(pairs).getRawMany<Row>();
    return groupByKey(unitIds, rows, ({ unitId }) => unitId).map((ofUnit) => ofUnit.map(toPair));
  },
);

const toPair = ({ communeId, fromClass, toClass, households }: Row): ClassPair => ({
  communeId,
  from: fromClass,
  to: toClass,
  households: toNumber(households),
});

/** Each household's classes in force on a day under all standards, the earliest first. */
export const classificationsInForce = defineLoader<HouseholdClassificationEntity[], { readonly on: string }>(
  async (householdIds, context, { on }) =>
    groupByKey(
      householdIds,
      await context
        .read(HouseholdClassificationEntity, "classification")
        .where("classification.householdId IN (:...householdIds)", { householdIds })
        .andWhere(inForceSql("classification.since", "classification.until", ":on"), { on })
        .orderBy("classification.since")
        .addOrderBy("classification.reviewId")
        .getMany(),
      (classification) => classification.householdId,
    ),
);
