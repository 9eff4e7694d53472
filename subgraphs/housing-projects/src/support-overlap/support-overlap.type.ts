import { Cost, ListSize } from "@an-sinh/subgraph-kit/federation/costs";
import { VndScalar } from "@an-sinh/subgraph-kit/scalars";
import { Field, ObjectType } from "type-graphql";
import { HousingGrant } from "../external/housing-grant.stub.js";
import { HousingSupportEntity } from "../housing-support/housing-support.entity.js";
import { HousingNeed, OverlapVerdict } from "./support-overlap.enums.js";

@ObjectType({
  description:
    "Two supports that a household received for the same need, and what the rules say about the two together. An overlap is not a violation: only `amountExcess` may have been paid in error.",
})
export class SupportOverlap {
  @Field(() => HousingNeed, { description: "What both supports are for." })
  need!: HousingNeed;

  @ListSize(2)
  @Field(() => [HousingSupportEntity], {
    description: "Which of the two the housing department granted, the earlier decision first.",
  })
  supports!: HousingSupportEntity[];

  @ListSize(2)
  @Field(() => [HousingGrant], {
    nullable: "items",
    description:
      "Which of the two the department of meritorious service granted, the earlier decision first. An item is null if that department failed.",
  })
  grants!: HousingGrant[];

  @Field(() => OverlapVerdict, {
    description: "What the rule in force on the day of the later decision says.",
  })
  verdict!: OverlapVerdict;

  @Field(() => String, {
    nullable: true,
    description:
      "The law or decision that sets the rule. Null: no rule about the two is on record, so both are due.",
  })
  legalBasis!: string | null;

  @Cost(1)
  @Field(() => String, { description: "The rule in words." })
  explanation!: string;

  @Field(() => VndScalar, { description: "Dong received from both together." })
  amountReceived!: number;

  @Field(() => VndScalar, { description: "Dong due by the rule." })
  amountDue!: number;

  @Field(() => VndScalar, { description: "Dong received beyond what is due. 0: all of it was due." })
  amountExcess!: number;
}
