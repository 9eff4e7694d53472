import type { RequestContext } from "@an-sinh/subgraph-kit/context";
import { Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import { PovertyStandardEntity } from "../poverty-standard/poverty-standard.entity.js";
import { standardById } from "../poverty-standard/poverty-standard.loaders.js";
import { HouseholdClassificationEntity } from "./household-classification.entity.js";
import { PovertyReviewEntity } from "./poverty-review.entity.js";
import { reviewById } from "./poverty-review.loaders.js";

@Resolver(() => HouseholdClassificationEntity)
export class HouseholdClassificationResolver {
  @FieldResolver(() => PovertyStandardEntity, { description: "The standard it was decided by." })
  standard(
    @Ctx() context: RequestContext,
    @Root() { standardId }: HouseholdClassificationEntity,
  ): Promise<PovertyStandardEntity | null> {
    return context.load(standardById, standardId);
  }

  @FieldResolver(() => PovertyReviewEntity, { description: "The review that it follows from." })
  review(
    @Ctx() context: RequestContext,
    @Root() { reviewId }: HouseholdClassificationEntity,
  ): Promise<PovertyReviewEntity | null> {
    return context.load(reviewById, reviewId);
  }
}
