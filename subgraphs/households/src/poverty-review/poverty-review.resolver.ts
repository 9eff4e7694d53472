import { Paged } from "@an-sinh/subgraph-kit/pagination/paged";
import type { RequestContext } from "@an-sinh/subgraph-kit/context";
import { Title } from "@an-sinh/subgraph-kit/federation/titles";
import type { Page } from "@an-sinh/subgraph-kit/pagination/connection";
import { PageArgs } from "@an-sinh/subgraph-kit/pagination/page-args";
import { Args, Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import { HouseholdEntity } from "../household/household.entity.js";
import { Deprivation, deprivationsOf } from "../poverty-standard/deprivation.js";
import { PovertyReviewEntity } from "./poverty-review.entity.js";
import { PovertyReviewConnection, reviewsOfHousehold } from "./poverty-review.loaders.js";

@Resolver(() => PovertyReviewEntity)
export class PovertyReviewResolver {
  @Title("Chỉ số thiếu hụt")
  @FieldResolver(() => [Deprivation], {
    description: "What the household lacked of the twelve indicators of the law, in the order of the law.",
  })
  deprivations(@Root() review: PovertyReviewEntity): Deprivation[] {
    return deprivationsOf(review.deprivations);
  }
}

@Resolver(() => HouseholdEntity)
export class HouseholdReviewsResolver {
  @Paged()
  @Title("Các kỳ rà soát")
  @FieldResolver(() => PovertyReviewConnection, {
    nullable: true,
    description: "The reviews of this household, the latest first.",
  })
  reviews(
    @Ctx() context: RequestContext,
    @Root() { id }: HouseholdEntity,
    @Args(() => PageArgs) args: PageArgs,
  ): Promise<Page<PovertyReviewEntity>> {
    return context.load(reviewsOfHousehold, id, args);
  }
}
