import { DateScalar, VndScalar } from "@an-sinh/subgraph-kit/scalars";
import { Field, Float, ObjectType } from "type-graphql";
import { CareKind } from "../care-benefit/care-benefit.enums.js";
import type { CareNormEntity } from "./care-norm.entity.js";

@ObjectType({ description: "What a kind of care is worth on a day." })
export class CareNorm {
  @Field(() => CareKind, { description: "The kind of care." })
  readonly kind: CareKind;

  @Field(() => Float, {
    nullable: true,
    description: "A multiple of the standard level: 0.9 means nine tenths of it. Null: the amount is fixed.",
  })
  readonly coefficient: number | null;

  @Field(() => VndScalar, {
    nullable: true,
    description:
      "The amount, in dong: it is fixed, or it is the coefficient times the standard level of the day asked for. Null: no level is on record for that day.",
  })
  readonly amount: number | null;

  @Field(() => DateScalar, { description: "The first day on which the norm is in force." })
  readonly validFrom: string;

  @Field(() => DateScalar, { nullable: true, description: "The last such day. Null: no end is set." })
  readonly validTo: string | null;

  @Field(() => String, { description: "The provision that sets it." })
  readonly legalBasis: string;

  constructor(entity: CareNormEntity, amount: number | null) {
    this.kind = entity.kind;
    this.coefficient = entity.coefficient;
    this.amount = amount;
    this.validFrom = entity.validFrom;
    this.validTo = entity.validTo;
    this.legalBasis = entity.legalBasis;
  }
}
