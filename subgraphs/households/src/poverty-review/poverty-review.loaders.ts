import { defineLoader, groupByKey, indexByKey } from "@an-sinh/subgraph-kit/batching";
import { nestedPages } from "@an-sinh/subgraph-kit/pagination/paginate";
import { connectionType } from "@an-sinh/subgraph-kit/pagination/connection";
import { HouseholdClassificationEntity } from "./household-classification.entity.js";
import { PovertyReviewEntity } from "./poverty-review.entity.js";

export const PovertyReviewConnection = connectionType(() => PovertyReviewEntity, "PovertyReview");

export const reviewById = defineLoader(async (ids, context) =>
  indexByKey(
    ids,
    await context.read(PovertyReviewEntity, "review").where("review.id IN (:...ids)", { ids }).getMany(),
    (review) => review.id,
  ),
);

/** The latest review first. */
export const reviewsOfHousehold = nestedPages<PovertyReviewEntity>({
  entity: PovertyReviewEntity,
  alias: "review",
  parent: "householdId",
  ordering: {
    name: "reviews",
    direction: "DESC",
    columns: [
      { expression: "review.reviewedOn", type: "string", value: (review) => review.reviewedOn },
      { expression: "review.id", type: "string", value: (review) => review.id },
    ],
  },
});

/** Each household's class on a day: under the standard asked for, else the one its province reported by. */
export const classificationOfHousehold = defineLoader<
  HouseholdClassificationEntity | null,
  { on: string; standard: string | null }
>(async (householdIds, context, { on, standard }) => {
  const query = context
    .read(HouseholdClassificationEntity, "classification")
    .where("classification.householdId IN (:...householdIds)", { householdIds })
    .andWhere("classification.since <= :on", { on })
    .andWhere("(classification.until IS NULL OR classification.until >= :on)");
  if (standard === null) query.andWhere("classification.isReporting = TRUE");
  else query.andWhere("classification.standardId = :standard", { standard });
  const rows = await query.getMany();
  return groupByKey(householdIds, rows, (row) => row.householdId).map(latest);
});

/** Where a review was decided early, the later decision counts. */
function latest(rows: readonly HouseholdClassificationEntity[]): HouseholdClassificationEntity | null {
  return rows.reduce<HouseholdClassificationEntity | null>(
    (last, row) => (last === null || row.since > last.since ? row : last),
    null,
  );
}

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
      .getMany(),
    (row) => row.householdId,
  ),
);
