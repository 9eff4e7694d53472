import { CacheControl, maxAge } from "@an-sinh/subgraph-kit/federation/cache-control";
import { Title } from "@an-sinh/subgraph-kit/federation/titles";
import { Translated } from "@an-sinh/subgraph-kit/languages/translated";
import { DateScalar, VndScalar } from "@an-sinh/subgraph-kit/scalars";
import { Field, Float, Int, ObjectType } from "type-graphql";
import { CareKind } from "../care-benefit/care-benefit.enums.js";
import { careAmount, type CareLevels } from "./care-amount.js";
import type { CareNormEntity } from "./care-norm.entity.js";
import { CareNormBase } from "./care-norm.enums.js";

@CacheControl({ maxAge: maxAge.catalog })
@ObjectType({
  description:
    "What a kind of care is worth on a day. Several norms of one kind are for different people: the first that fits counts.",
})
export class CareNorm {
  readonly categoryIds: readonly string[] | null;

  @Title("Chế độ chăm sóc", "Kind of benefit")
  @Field(() => CareKind, { description: "The kind of care." })
  readonly kind: CareKind;

  @Title("Tỷ lệ tổn thương cơ thể tối thiểu (%)", "Minimum injury rate (%)")
  @Field(() => Int, {
    nullable: true,
    description:
      "It is for those whose injury rate is at least so many percent. Null: it does not depend on the rate.",
  })
  readonly minimumInjuryRatePercent: number | null;

  @Title("Căn cứ tính mức")
  @Field(() => CareNormBase, {
    nullable: true,
    description: "What the amount is a multiple of. Null: the amount is fixed.",
  })
  readonly multipleOf: CareNormBase | null;

  @Title("Hệ số")
  @Field(() => Float, {
    nullable: true,
    description: "How many times `multipleOf`: 0.9 means nine tenths of it. Null: the amount is fixed.",
  })
  readonly coefficient: number | null;

  @Title("Mức chi")
  @Field(() => VndScalar, {
    nullable: true,
    description:
      "The amount, in dong: it is fixed, or it is the coefficient times the standard level or base pay of the day asked for. Multiples of the standard level are rounded as meritoriousStandardLevel says in `roundedTo`. Null: no level is on record for that day.",
  })
  readonly amount: number | null;

  @Title("Hiệu lực từ ngày")
  @Field(() => DateScalar, { description: "The first day on which the norm is in force." })
  readonly validFrom: string;

  @Title("Hiệu lực đến ngày")
  @Field(() => DateScalar, { nullable: true, description: "The last such day. Null: no end is set." })
  readonly validTo: string | null;

  @Translated()
  @Title("Căn cứ pháp lý")
  @Field(() => String, {
    description: 'The provision that sets it. It says "sample value" where the norm could not be confirmed.',
  })
  readonly legalBasis: string;

  constructor(entity: CareNormEntity, levels: CareLevels) {
    this.categoryIds = entity.categoryIds;
    this.kind = entity.kind;
    this.minimumInjuryRatePercent = entity.minimumInjuryRatePercent;
    this.multipleOf = entity.multipleOf;
    this.coefficient = entity.coefficient;
    this.amount = careAmount(entity, levels);
    this.validFrom = entity.validFrom;
    this.validTo = entity.validTo;
    this.legalBasis = entity.legalBasis;
  }
}
