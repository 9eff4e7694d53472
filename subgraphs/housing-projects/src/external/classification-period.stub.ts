import { Internal } from "@an-sinh/subgraph-kit/federation/internal";
import { DateScalar, VndScalar } from "@an-sinh/subgraph-kit/scalars";
import { Directive, Field, ObjectType } from "type-graphql";
import { Deprivation } from "./deprivation.stub.js";
import { HouseholdClass } from "./household-class.stub.js";

/** Households owns poverty reviews: what a review found about a household. */
@ObjectType("PovertyReview")
class PovertyReview {
  /** Dong a person a month. */
  @Field(() => VndScalar)
  @Directive("@external")
  monthlyIncomePerPerson!: number;

  /** All deprivations that the review found, also those that the stub of the enum leaves out. */
  @Field(() => [Deprivation])
  @Directive("@external")
  deprivations!: string[];
}

/** Households owns classification periods: a class that a household had, by the standard that its province reported by. */
@ObjectType("ClassificationPeriod")
@Internal()
export class ClassificationPeriod {
  @Field(() => HouseholdClass)
  @Directive("@external")
  class!: HouseholdClass;

  /** The first day. */
  @Field(() => DateScalar)
  @Directive("@external")
  since!: string;

  /** The last day. Null or left out, as some gateways do with nulls: the period lasts until the next review. */
  @Field(() => DateScalar, { nullable: true })
  @Directive("@external")
  until?: string | null;

  @Field(() => PovertyReview)
  @Directive("@external")
  review!: PovertyReview;
}
