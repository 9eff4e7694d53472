import { CacheControl, maxAge } from "@an-sinh/subgraph-kit/federation/cache-control";
import { Title } from "@an-sinh/subgraph-kit/federation/titles";
import { Translated } from "@an-sinh/subgraph-kit/languages/translated";
import { DateScalar, VndScalar } from "@an-sinh/subgraph-kit/scalars";
import { Field, Float, ObjectType } from "type-graphql";
import { BasePayEntity } from "../base-pay/base-pay.entity.js";
import type { HealthInsuranceNormEntity } from "./health-insurance-norm.entity.js";
import { monthlyPremium } from "./monthly-premium.js";

@CacheControl({ maxAge: maxAge.catalog })
@ObjectType({
  description:
    "What the state pays a month for the health insurance of a person with meritorious service or a relative.",
})
export class HealthInsuranceNorm {
  @Title("Tỷ lệ mức lương cơ sở (%)")
  @Field(() => Float, { description: "The share of the base pay, in percent: 4.5 means 4.5 %." })
  readonly percentOfBasePay: number;

  @Title("Mức lương cơ sở")
  @Field(() => BasePayEntity, {
    nullable: true,
    description: "The base pay in force on the day asked for. Null: none is on record for that day.",
  })
  readonly basePay: BasePayEntity | null;

  @Title("Mức đóng hằng tháng")
  @Field(() => VndScalar, {
    nullable: true,
    description:
      "The premium a month, in dong: the share of the base pay of the day asked for. Null: no base pay is on record for that day.",
  })
  readonly monthlyPremium: number | null;

  @Title("Hiệu lực từ ngày")
  @Field(() => DateScalar, { description: "The first day on which the share is in force." })
  readonly validFrom: string;

  @Title("Hiệu lực đến ngày")
  @Field(() => DateScalar, { nullable: true, description: "The last such day. Null: no end is set." })
  readonly validTo: string | null;

  @Translated()
  @Title("Căn cứ pháp lý")
  @Field(() => String, { description: "The provision that sets the share." })
  readonly legalBasis: string;

  constructor(entity: HealthInsuranceNormEntity, basePay: BasePayEntity | null) {
    this.percentOfBasePay = entity.percentOfBasePay;
    this.basePay = basePay;
    this.monthlyPremium = basePay && monthlyPremium(entity, basePay);
    this.validFrom = entity.validFrom;
    this.validTo = entity.validTo;
    this.legalBasis = entity.legalBasis;
  }
}
