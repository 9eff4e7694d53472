import type { RequestContext } from "@an-sinh/subgraph-kit/context";
import type { Page } from "@an-sinh/subgraph-kit/pagination/connection";
import { PageArgs } from "@an-sinh/subgraph-kit/pagination/page-args";
import { Arg, Args, Ctx, Directive, FieldResolver, ID, Query, Resolver, Root } from "type-graphql";
import { AdministrativeUnitEntity } from "../administrative-unit/administrative-unit.entity.js";
import { unitById } from "../administrative-unit/administrative-unit.loaders.js";
import { PersonEntity } from "../person/person.entity.js";
import { membersOfHousehold, personById } from "../person/person.loaders.js";
import { HouseholdClassificationEntity } from "../poverty-review/household-classification.entity.js";
import type { PovertyReviewEntity } from "../poverty-review/poverty-review.entity.js";
import { ClassificationPeriod } from "../poverty-review/classification-period.type.js";
import {
  PovertyReviewConnection,
  reportedClassesOfHousehold,
  reviewsOfHousehold,
} from "../poverty-review/poverty-review.loaders.js";
import { HouseholdEntity } from "./household.entity.js";
import { ClassificationArgs, HouseholdConnection, HouseholdsArgs } from "./household.inputs.js";
import { householdById } from "./household.loaders.js";
import { classify, listHouseholds } from "./household.service.js";

@Resolver(() => HouseholdEntity)
export class HouseholdResolver {
  @Query(() => HouseholdEntity, {
    nullable: true,
    description: "The household with this id. Null: there is none.",
  })
  household(
    @Ctx() context: RequestContext,
    @Arg("id", () => ID, { description: "The household's id." }) id: string,
  ): Promise<HouseholdEntity | null> {
    return context.load(householdById, id);
  }

  @Query(() => HouseholdConnection, { description: "Households on the register." })
  households(
    @Ctx() context: RequestContext,
    @Args(() => HouseholdsArgs) args: HouseholdsArgs,
  ): Promise<Page<HouseholdEntity>> {
    return listHouseholds(context, args);
  }

  @FieldResolver(() => AdministrativeUnitEntity, {
    description: "The commune that the household lives in, as of today.",
  })
  administrativeUnit(
    @Ctx() context: RequestContext,
    @Root() { communeId }: HouseholdEntity,
  ): Promise<AdministrativeUnitEntity | null> {
    return context.load(unitById, communeId);
  }

  @FieldResolver(() => PersonEntity, {
    nullable: true,
    description: "The head of the household. Null: not recorded.",
  })
  head(
    @Ctx() context: RequestContext,
    @Root() { headId }: HouseholdEntity,
  ): Promise<PersonEntity | null> | null {
    return headId === null ? null : context.load(personById, headId);
  }

  @FieldResolver(() => [PersonEntity], {
    description: "All members on record, living and dead, in the order in which they were registered.",
  })
  members(@Ctx() context: RequestContext, @Root() { id }: HouseholdEntity): Promise<PersonEntity[]> {
    return context.load(membersOfHousehold, id);
  }

  @FieldResolver(() => HouseholdClassificationEntity, {
    nullable: true,
    description: "Null when the household was not on the registry at that day under that standard.",
  })
  classification(
    @Ctx() context: RequestContext,
    @Root() { id }: HouseholdEntity,
    @Args(() => ClassificationArgs) args: ClassificationArgs,
  ): Promise<HouseholdClassificationEntity | null> {
    return classify(context, id, args);
  }

  @Directive("@inaccessible")
  @FieldResolver(() => [ClassificationPeriod], {
    description:
      "Its classes by the standard that its province reported by, the earliest first. For other departments' rules, which ask for a day of their own.",
  })
  classificationHistory(
    @Ctx() context: RequestContext,
    @Root() { id }: HouseholdEntity,
  ): Promise<ClassificationPeriod[]> {
    return context.load(reportedClassesOfHousehold, id);
  }

  @FieldResolver(() => PovertyReviewConnection, {
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
