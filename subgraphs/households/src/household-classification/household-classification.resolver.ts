import type { RequestContext } from "@an-sinh/subgraph-kit/context";
import { ListSize } from "@an-sinh/subgraph-kit/federation/costs";
import { Internal } from "@an-sinh/subgraph-kit/federation/internal";
import { Title } from "@an-sinh/subgraph-kit/federation/titles";
import { Args, Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import { HouseholdEntity } from "../household/household.entity.js";
import { PovertyReviewEntity } from "../poverty-review/poverty-review.entity.js";
import { reviewById } from "../poverty-review/poverty-review.loaders.js";
import { PovertyStandardEntity } from "../poverty-standard/poverty-standard.entity.js";
import { standardById } from "../poverty-standard/poverty-standard.loaders.js";
import { getStandard } from "../poverty-standard/poverty-standard.service.js";
import { ClassificationPeriod } from "./classification-period.type.js";
import { HouseholdClassificationEntity } from "./household-classification.entity.js";
import { ClassificationArgs } from "./household-classification.inputs.js";
import {
  classificationOfHousehold,
  reportedClassesOfHousehold,
  reportedClassOfReview,
} from "./household-classification.loaders.js";

@Resolver(() => HouseholdClassificationEntity)
export class HouseholdClassificationResolver {
  @Title("Chuẩn nghèo", "Poverty standard")
  @FieldResolver(() => PovertyStandardEntity, {
    nullable: true,
    description: "The standard by which it was decided. Null: it is not on record.",
  })
  standard(
    @Ctx() context: RequestContext,
    @Root() { standardId }: HouseholdClassificationEntity,
  ): Promise<PovertyStandardEntity | null> {
    return context.load(standardById, standardId);
  }

  @Title("Kỳ rà soát")
  @FieldResolver(() => PovertyReviewEntity, { description: "The review that it follows from." })
  review(
    @Ctx() context: RequestContext,
    @Root() { reviewId }: HouseholdClassificationEntity,
  ): Promise<PovertyReviewEntity | null> {
    return context.load(reviewById, reviewId);
  }
}

@Resolver(() => PovertyReviewEntity)
export class ReviewStandardResolver {
  @Title("Chuẩn nghèo", "Poverty standard")
  @FieldResolver(() => PovertyStandardEntity, {
    nullable: true,
    description:
      "The standard under which the review was held and the class was decided, although it may be in force only later. Null: not decided yet, or replaced by a later review before it was in force.",
  })
  async standard(
    @Ctx() context: RequestContext,
    @Root() { id }: PovertyReviewEntity,
  ): Promise<PovertyStandardEntity | null> {
    const reported = await context.load(reportedClassOfReview, id);
    return reported && context.load(standardById, reported.standardId);
  }
}

@Resolver(() => HouseholdEntity)
export class HouseholdClassResolver {
  @Title("Phân loại hộ")
  @FieldResolver(() => HouseholdClassificationEntity, {
    nullable: true,
    description:
      "The class on a day under a standard. Null: it was not on the register then under that standard. What a review held in advance decided counts from its standard's first day: the classes of the review at the end of 2021 are in force from 2022-01-01. On days before, a household has a class only if an earlier review is on record.",
  })
  async classification(
    @Ctx() context: RequestContext,
    @Root() { id }: HouseholdEntity,
    @Args(() => ClassificationArgs) { on, standard }: ClassificationArgs,
  ): Promise<HouseholdClassificationEntity | null> {
    const standardId = standard == null ? null : (await getStandard(context, standard)).id;
    return context.load(classificationOfHousehold, id, { on: on ?? context.today, standardId });
  }

  @Internal()
  @ListSize(5)
  @FieldResolver(() => [ClassificationPeriod], {
    description:
      "For departments, whose rules look for the class of a day: the classes under the standard that the province reported by, the earliest first.",
  })
  classificationHistory(
    @Ctx() context: RequestContext,
    @Root() { id }: HouseholdEntity,
  ): Promise<ClassificationPeriod[]> {
    return context.load(reportedClassesOfHousehold, id);
  }
}
