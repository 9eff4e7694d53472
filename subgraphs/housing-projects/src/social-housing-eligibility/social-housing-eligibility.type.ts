import { Cost, ListSize } from "@an-sinh/subgraph-kit/federation/costs";
import { Title } from "@an-sinh/subgraph-kit/federation/titles";
import { Translated } from "@an-sinh/subgraph-kit/languages/translated";
import type { Wording } from "@an-sinh/subgraph-kit/languages/wording";
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
  @Title("Điều kiện", "Condition")
  @Field(() => SocialHousingRule, { description: "The condition." })
  rule!: SocialHousingRule;

  @Title("Kết quả xem xét", "Result")
  @Field(() => ConditionStatus, { description: "Whether it is met, by the registers of the departments." })
  status!: ConditionStatus;

  @Translated()
  @Title("Căn cứ pháp lý")
  @Field(() => String, { description: "The law or decree that sets the condition." })
  legalBasis!: string;

  @Cost(1)
  @Translated()
  @Title("Diễn giải")
  @Field(() => String, { description: "The facts that decided it, or the fact that is missing." })
  explanation!: string | Wording;
}

@ObjectType({
  description:
    "Whether somebody may buy social housing on a day, as far as the registers of the departments show, and every condition for it.",
})
export class SocialHousingEligibility {
  @Title("Tại ngày")
  @Field(() => DateScalar, { description: "The day whose rules and classification were used." })
  on!: string;

  @Title("Nhóm đối tượng", "Group of applicants")
  @Field(() => ApplicantGroup, {
    description:
      "The group whose conditions were used. If no group was asked for: the first that fits of meritorious person, poor or near-poor household, low income in a town. If none of these fits: worker, which the applicant has to prove.",
  })
  group!: ApplicantGroup;

  @Title("Kết luận điều kiện mua nhà ở xã hội")
  @Field(() => SocialHousingVerdict, {
    nullable: true,
    description: "The result of all conditions together. Null: no conditions are on record for the day.",
  })
  verdict!: SocialHousingVerdict | null;

  @Title("Mức trần thu nhập", "Income ceiling")
  @Field(() => IncomeCeilingEntity, {
    nullable: true,
    description:
      "The income ceiling that was used. Null: the group has none, or none is on record for the day.",
  })
  ceiling!: IncomeCeilingEntity | null;

  @Title("Thu nhập của hộ/tháng", "Monthly income of the household")
  @Field(() => VndScalar, {
    nullable: true,
    description:
      "The monthly income of the whole household in dong, found by the review that gave the household its class on the day. Null: no review is on record, or there is no ceiling to compare it with.",
  })
  householdMonthlyIncome!: number | null;

  @ListSize(5)
  @Title("Các điều kiện")
  @Field(() => [SocialHousingCondition], {
    description: "Every condition of the group. Empty: no conditions are on record for the day.",
  })
  conditions!: SocialHousingCondition[];
}
