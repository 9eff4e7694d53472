import { FieldResolver, Resolver, Root } from "type-graphql";
import { Deprivation, deprivationsOf } from "./deprivation.js";
import { PovertyReviewEntity } from "./poverty-review.entity.js";

@Resolver(() => PovertyReviewEntity)
export class PovertyReviewResolver {
  @FieldResolver(() => [Deprivation], {
    description: "What the household lacked, of the law's twelve indicators, in the law's order.",
  })
  deprivations(@Root() review: PovertyReviewEntity): Deprivation[] {
    return deprivationsOf(review.deprivations);
  }
}
