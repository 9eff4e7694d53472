import { VndScalar } from "@an-sinh/subgraph-kit/scalars";
import { Field, ObjectType } from "type-graphql";
import { HousingGrant } from "../external/housing-grant.js";
import { HousingSupportEntity } from "../housing-support/housing-support.entity.js";
import { HousingNeed, OverlapVerdict } from "./support-overlap.enums.js";

@ObjectType({
  description:
    "Two supports that a household received for the same need, from two departments or under two programs, and what the rules say of the two together. An overlap is not a violation: only an excess is money to look at.",
})
export class SupportOverlap {
  @Field(() => HousingNeed, { description: "What both are for." })
  need!: HousingNeed;

  @Field(() => [HousingSupportEntity], {
    description: "Of the two, those of the housing department, the earlier decision first.",
  })
  supports!: HousingSupportEntity[];

  @Field(() => [HousingGrant], {
    description: "Of the two, those of the meritorious service, the earlier decision first.",
  })
  grants!: HousingGrant[];

  @Field(() => OverlapVerdict, {
    description: "What the rule says that was in force on the day of the later decision.",
  })
  verdict!: OverlapVerdict;

  @Field(() => String, {
    nullable: true,
    description: "Where the rule stands. Null: no rule is on record for the two, so that both are due.",
  })
  legalBasis!: string | null;

  @Field(() => String, { description: "The rule in words." })
  explanation!: string;

  @Field(() => VndScalar, { description: "Dong received from both together." })
  amountReceived!: number;

  @Field(() => VndScalar, { description: "Dong due by the rule." })
  amountDue!: number;

  @Field(() => VndScalar, { description: "Dong received beyond what is due. 0: nothing to look at." })
  amountExcess!: number;
}
