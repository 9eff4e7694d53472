import { Internal } from "@an-sinh/subgraph-kit/federation/internal";
import { DateScalar } from "@an-sinh/subgraph-kit/scalars";
import { Directive, Field, ObjectType } from "type-graphql";
import { HouseholdClass } from "./household-class.stub.js";

/** The households department owns it: a class that a household had, by the standard that its province reported by. */
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

  /** The last day. Null or left out, as some gateways do with nulls: until the next review. */
  @Field(() => DateScalar, { nullable: true })
  @Directive("@external")
  until?: string | null;
}
