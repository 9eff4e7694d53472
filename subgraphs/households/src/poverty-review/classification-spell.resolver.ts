import type { RequestContext } from "@an-sinh/subgraph-kit/context";
import { Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import { ClassificationSpell } from "./classification-spell.type.js";
import type { HouseholdClassificationEntity } from "./household-classification.entity.js";
import { PovertyReviewEntity } from "./poverty-review.entity.js";
import { reviewById } from "./poverty-review.loaders.js";

@Resolver(() => ClassificationSpell)
export class ClassificationSpellResolver {
  @FieldResolver(() => PovertyReviewEntity, { description: "The review that the class follows from." })
  review(
    @Ctx() context: RequestContext,
    @Root() { reviewId }: HouseholdClassificationEntity,
  ): Promise<PovertyReviewEntity | null> {
    return context.load(reviewById, reviewId);
  }
}
