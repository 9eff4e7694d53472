import { DateScalar, VndScalar } from "@an-sinh/subgraph-kit/scalars";
import { Field, ObjectType } from "type-graphql";
import { ApplicantGroup } from "../social-housing-application/social-housing-application.enums.js";
import { IncomeCeilingEntity } from "./income-ceiling.entity.js";
import {
  ConditionStatus,
  SocialHousingRule,
  SocialHousingVerdict,
} from "./social-housing-eligibility.enums.js";

@ObjectType({ description: "A condition for social housing, judged for one applicant on one day." })
export class SocialHousingCondition {
  @Field(() => SocialHousingRule, { description: "The condition." })
  rule!: SocialHousingRule;

  @Field(() => ConditionStatus, { description: "What the registers say about it." })
  status!: ConditionStatus;

  @Field(() => String, { description: "The law or decree that sets the condition." })
  legalBasis!: string;

  @Field(() => String, { description: "Which facts decided it, or which one is missing." })
  explanation!: string;
}

@ObjectType({
  description:
    "Whether somebody may buy social housing on a day, as far as the registers of the departments can tell, and every condition that decided it.",
})
export class SocialHousingEligibility {
  @Field(() => DateScalar, { description: "The day it is judged for, by the rules in force on it." })
  on!: string;

  @Field(() => ApplicantGroup, {
    description:
      "As whom the applicant is judged. Of a household: the first that applies of meritorious person, poor or near-poor household, low income in a town; where the registers know of none, worker, which has to be proven.",
  })
  group!: ApplicantGroup;

  @Field(() => SocialHousingVerdict, {
    nullable: true,
    description: "What the conditions come to. Null: no rules are on record for the day.",
  })
  verdict!: SocialHousingVerdict | null;

  @Field(() => IncomeCeilingEntity, {
    nullable: true,
    description:
      "The income ceiling that was applied. Null: none holds for the group, or none is on record for the day.",
  })
  ceiling!: IncomeCeilingEntity | null;

  @Field(() => VndScalar, {
    nullable: true,
    description:
      "The monthly income of the whole household in dong, from the review that its class of the day follows from. Null: no review on record, or no ceiling to compare it with.",
  })
  householdMonthlyIncome!: number | null;

  @Field(() => [SocialHousingCondition], {
    description: "Every condition of the group. Empty: no rules are on record for the day.",
  })
  conditions!: SocialHousingCondition[];
}
