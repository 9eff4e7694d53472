import { Internal } from "@an-sinh/subgraph-kit/federation/internal";
import { DateScalar } from "@an-sinh/subgraph-kit/scalars";
import { Field, ObjectType } from "type-graphql";
import { HouseholdClass } from "../poverty-standard/household-class.js";

@ObjectType("ClassificationPeriod", {
  description:
    "For the rules of other departments: the days between which a household had a class under the standard that its province reported by.",
})
@Internal()
export class ClassificationPeriod {
  @Field(() => HouseholdClass, { description: "The class." })
  class!: HouseholdClass;

  @Field(() => DateScalar, { description: "The first day." })
  since!: string;

  @Field(() => DateScalar, { nullable: true, description: "The last day. Null: until the next review." })
  until!: string | null;
}
