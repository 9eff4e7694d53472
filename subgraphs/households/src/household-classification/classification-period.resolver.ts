import type { RequestContext } from "@an-sinh/subgraph-kit/context";
import { Title } from "@an-sinh/subgraph-kit/federation/titles";
import { Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import { PovertyReviewEntity } from "../poverty-review/poverty-review.entity.js";
import { reviewById } from "../poverty-review/poverty-review.loaders.js";
import { ClassificationPeriod } from "./classification-period.type.js";
import type { HouseholdClassificationEntity } from "./household-classification.entity.js";

@Resolver(() => ClassificationPeriod)
export class ClassificationPeriodResolver {
  @Title("Kỳ rà soát")
  @FieldResolver(() => PovertyReviewEntity, { description: "The review that the class follows from." })
  review(
    @Ctx() context: RequestContext,
    @Root() { reviewId }: HouseholdClassificationEntity,
  ): Promise<PovertyReviewEntity | null> {
    return context.load(reviewById, reviewId);
  }
}
