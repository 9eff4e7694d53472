import { ListSize } from "@an-sinh/subgraph-kit/federation/costs";
import { DateScalar, VndScalar } from "@an-sinh/subgraph-kit/scalars";
import { Field, ObjectType } from "type-graphql";
import { CreditProgramEntity } from "../credit-program/credit-program.entity.js";
import { CreditTerms } from "../credit-program/credit-terms.type.js";
import { CreditEligibilityRule } from "./eligibility-rule.enums.js";

@ObjectType({ description: "One rule that decided whether a household may borrow under a credit program." })
class EligibilityReason {
  @Field(() => CreditEligibilityRule, { description: "The rule." })
  rule!: CreditEligibilityRule;

  @Field(() => Boolean, {
    nullable: true,
    description: "Whether it is met. Null: no register can say; the lender asks for proof.",
  })
  met!: boolean | null;

  @Field(() => String, { description: "The facts that decided it, in words." })
  explanation!: string;

  @Field(() => String, { description: "The legal act that sets the rule." })
  legalBasis!: string;
}

@ObjectType({ description: "Whether a household may borrow under a program of the policy bank on a day." })
export class CreditEligibility {
  @Field(() => CreditProgramEntity, { description: "The program." })
  program!: CreditProgramEntity;

  @Field(() => DateScalar, { description: "The day." })
  on!: string;

  @Field(() => Boolean, {
    description:
      "Whether every rule is met that the registers can decide. The lender decides those with `met` null.",
  })
  eligible!: boolean;

  @Field(() => VndScalar, {
    nullable: true,
    description:
      "What the household may still borrow: the program's maximum less what is outstanding under it. 0: the household is not eligible. Null: it is eligible, but the terms do not set one amount: see their `remark`.",
  })
  maximumPrincipal!: number | null;

  @Field(() => VndScalar, { description: "What the household owes under the program on the day." })
  outstanding!: number;

  @Field(() => CreditTerms, {
    nullable: true,
    description: "The terms on which the program lends on the day. Null: it does not lend.",
  })
  terms!: CreditTerms | null;

  @Field(() => DateScalar, {
    nullable: true,
    description:
      "The last day on which the household may borrow as newly escaped from poverty. It may be in the past. Null: the program sets no such limit, or the household had not escaped by the day.",
  })
  lapsesOn!: string | null;

  @ListSize(5)
  @Field(() => [EligibilityReason], { description: "Every rule of the program, met or not." })
  reasons!: EligibilityReason[];
}
