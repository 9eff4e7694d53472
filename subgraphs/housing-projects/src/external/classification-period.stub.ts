import { DateScalar, VndScalar } from "@an-sinh/subgraph-kit/scalars";
import { Directive, Field, ObjectType } from "type-graphql";
import { Deprivation } from "./deprivation.js";
import { HouseholdClass } from "./household-class.js";

/** Owned by households: what a review found. */
@ObjectType("PovertyReview")
export class PovertyReview {
  /** Dong a person a month. */
  @Field(() => VndScalar)
  @Directive("@external")
  monthlyIncomePerPerson!: number;

  /** More than the enumeration here lists. */
  @Field(() => [Deprivation])
  @Directive("@external")
  deprivations!: string[];
}

/** Owned by households: a class that a household had, by the standard that its province reported by. */
@ObjectType("ClassificationPeriod")
@Directive("@inaccessible")
export class ClassificationPeriod {
  @Field(() => HouseholdClass)
  @Directive("@external")
  class!: HouseholdClass;

  /** The first day. */
  @Field(() => DateScalar)
  @Directive("@external")
  since!: string;

  /** The last day. Null: until the next review. */
  @Field(() => DateScalar, { nullable: true })
  @Directive("@external")
  until!: string | null;

  @Field(() => PovertyReview)
  @Directive("@external")
  review!: PovertyReview;
}
