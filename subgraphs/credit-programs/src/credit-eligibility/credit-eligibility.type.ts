import { ListSize } from "@an-sinh/subgraph-kit/federation/costs";
import { Title } from "@an-sinh/subgraph-kit/federation/titles";
import { Translated } from "@an-sinh/subgraph-kit/languages/translated";
import type { Wording } from "@an-sinh/subgraph-kit/languages/wording";
import { DateScalar, VndScalar } from "@an-sinh/subgraph-kit/scalars";
import { Field, ObjectType } from "type-graphql";
import { CreditProgramEntity } from "../credit-program/credit-program.entity.js";
import { CreditTerms } from "../credit-program/credit-terms.type.js";
import { CreditEligibilityRule } from "./eligibility-rule.enums.js";

@ObjectType({ description: "One rule that decided whether a household may borrow under a credit program." })
class EligibilityReason {
  @Title("Điều kiện", "Condition")
  @Field(() => CreditEligibilityRule, { description: "The rule." })
  rule!: CreditEligibilityRule;

  @Title("Đáp ứng")
  @Field(() => Boolean, {
    nullable: true,
    description: "Whether it is met. Null: no register can say; the lender asks for proof.",
  })
  met!: boolean | null;

  @Translated()
  @Title("Diễn giải")
  @Field(() => String, { description: "The facts that decided it, in words." })
  explanation!: string | Wording;

  @Translated()
  @Title("Căn cứ pháp lý")
  @Field(() => String, { description: "The legal act that sets the rule." })
  legalBasis!: string;
}

@ObjectType({ description: "Whether a household may borrow under a program of the policy bank on a day." })
export class CreditEligibility {
  @Title("Chương trình tín dụng", "Credit program")
  @Field(() => CreditProgramEntity, { description: "The program." })
  program!: CreditProgramEntity;

  @Title("Tại ngày")
  @Field(() => DateScalar, { description: "The day." })
  on!: string;

  @Title("Đủ điều kiện vay")
  @Field(() => Boolean, {
    description:
      "Whether every rule is met that the registers can decide. The lender decides those with `met` null.",
  })
  eligible!: boolean;

  @Title("Mức được vay tối đa", "Maximum that can be borrowed")
  @Field(() => VndScalar, {
    nullable: true,
    description:
      "What the household may still borrow: the program's maximum less what is outstanding under it. 0: the household is not eligible. Null: it is eligible, but the terms do not set one amount: see their `remark`.",
  })
  maximumPrincipal!: number | null;

  @Title("Dư nợ chương trình", "Outstanding under the program")
  @Field(() => VndScalar, { description: "What the household owes under the program on the day." })
  outstanding!: number;

  @Title("Điều kiện cho vay")
  @Field(() => CreditTerms, {
    nullable: true,
    description: "The terms on which the program lends on the day. Null: it does not lend.",
  })
  terms!: CreditTerms | null;

  @Title("Hết điều kiện từ ngày")
  @Field(() => DateScalar, {
    nullable: true,
    description:
      "The last day on which the household may borrow as newly escaped from poverty. It may be in the past. Null: the program sets no such limit, or the household had not escaped by the day.",
  })
  lapsesOn!: string | null;

  @ListSize(5)
  @Title("Lý do")
  @Field(() => [EligibilityReason], { description: "Every rule of the program, met or not." })
  reasons!: EligibilityReason[];
}
