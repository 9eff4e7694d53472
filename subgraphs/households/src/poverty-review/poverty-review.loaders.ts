import { connectionType } from "@an-sinh/subgraph-kit/pagination/connection";
import { nestedPages } from "@an-sinh/subgraph-kit/pagination/nested-pages";
import { rowById } from "@an-sinh/subgraph-kit/row-by-id";
import { PovertyReviewEntity } from "./poverty-review.entity.js";

export const PovertyReviewConnection = connectionType(() => PovertyReviewEntity, "PovertyReview");

export const reviewById = rowById(PovertyReviewEntity, "review");

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
