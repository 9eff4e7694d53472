import { defineLoader, indexByKey } from "@an-sinh/subgraph-kit/batching";
import { connectionType } from "@an-sinh/subgraph-kit/pagination/connection";
import { nestedPages } from "@an-sinh/subgraph-kit/pagination/paginate";
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
