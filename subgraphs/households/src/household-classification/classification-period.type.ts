import { Internal } from "@an-sinh/subgraph-kit/federation/internal";
import { Title } from "@an-sinh/subgraph-kit/federation/titles";
import { DateScalar } from "@an-sinh/subgraph-kit/scalars";
import { Field, ObjectType } from "type-graphql";
import { HouseholdClass } from "../poverty-standard/household-class.js";

@ObjectType("ClassificationPeriod", {
  description:
    "For the rules of other departments: the days between which a household had a class under the standard that its province reported by.",
})
@Internal()
export class ClassificationPeriod {
  @Title("Phân loại hộ", "Class of household")
  @Field(() => HouseholdClass, { description: "The class." })
  class!: HouseholdClass;

  @Title("Từ ngày")
  @Field(() => DateScalar, { description: "The first day." })
  since!: string;

  @Title("Đến ngày")
  @Field(() => DateScalar, { nullable: true, description: "The last day. Null: until the next review." })
  until!: string | null;
}
