import { defineLoader, groupByKey, indexByKey } from "@an-sinh/subgraph-kit/batching";
import { underStandardOnDay, type StandardAndDay } from "./classification-conditions.js";
import { HouseholdClassificationEntity } from "./household-classification.entity.js";

/**
 * Each household's class under a standard on a day. Null: it had none. Where two are in force, because a review was
 * decided early, it is that of the later decision.
 */
export const classificationOfHousehold = defineLoader<HouseholdClassificationEntity | null, StandardAndDay>(
  async (householdIds, context, standardAndDay) => {
    const query = context
      .read(HouseholdClassificationEntity, "classification")
      .where("classification.householdId IN (:...householdIds)", { householdIds })
      .setParameters(standardAndDay)
      .orderBy("classification.householdId")
      .addOrderBy("classification.since")
      .addOrderBy("classification.reviewId");
    const rows = await underStandardOnDay(query, "classification", standardAndDay).getMany();
    return groupByKey(householdIds, rows, (row) => row.householdId).map(
      (classifications) => classifications.at(-1) ?? null,
    );
  },
);

/** Each household's classes under the standards that its province reported by, the earliest first. */
export const reportedClassesOfHousehold = defineLoader(async (householdIds, context) =>
  groupByKey(
    householdIds,
    await context
      .read(HouseholdClassificationEntity, "classification")
      .where("classification.householdId IN (:...householdIds)", { householdIds })
      .andWhere("classification.isReporting = TRUE")
      .orderBy("classification.householdId")
      .addOrderBy("classification.since")
      .addOrderBy("classification.reviewId")
      .getMany(),
    (row) => row.householdId,
  ),
);

/** The class that each review gave under the standard that the province reported by. */
export const reportedClassOfReview = defineLoader(async (reviewIds, context) =>
  indexByKey(
    reviewIds,
    await context
      .read(HouseholdClassificationEntity, "classification")
      .where("classification.reviewId IN (:...reviewIds)", { reviewIds })
      .andWhere("classification.isReporting = TRUE")
      .getMany(),
    (row) => row.reviewId,
  ),
);
