import { CacheControl, maxAge } from "@an-sinh/subgraph-kit/federation/cache-control";
import { About, Title } from "@an-sinh/subgraph-kit/federation/titles";
import { VndScalar } from "@an-sinh/subgraph-kit/scalars";
import { withheldIfSmall, withheldInVietnamese } from "@an-sinh/territory/small-cells/cells";
import { Field, Float, Int, ObjectType } from "type-graphql";
import { CareKind } from "../care-benefit/care-benefit.enums.js";
import { ConstructionKind } from "../external/construction-kind.stub.js";
import { PaymentChannel } from "../payment/payment.enums.js";

@CacheControl({ maxAge: maxAge.statistics })
@ObjectType({ description: "How often one kind of care was given in a unit and year, and for how much." })
export class CareStatistics {
  @About("Loại chế độ chăm sóc.")
  @Title("Chế độ chăm sóc", "Kind of benefit")
  @Field(() => CareKind, { description: "The kind of care." })
  kind!: CareKind;

  @About(`Số lượt hưởng trong năm. ${withheldInVietnamese}`)
  @Title("Số lượt hưởng")
  @Field(() => Int, {
    nullable: true,
    description: `How often it was given in the year. ${withheldIfSmall}`,
  })
  benefits!: number | null;

  @About(`Kinh phí đã chi (đồng). ${withheldInVietnamese}`)
  @Title("Kinh phí")
  @Field(() => VndScalar, {
    nullable: true,
    description: `What was given, in dong. ${withheldIfSmall}`,
  })
  amount!: number | null;
}

@CacheControl({ maxAge: maxAge.statistics })
@ObjectType({ description: "The health insurance that the state pays in a unit for a year." })
export class HealthInsuranceStatistics {
  @Title("Số thẻ bảo hiểm y tế", "Health insurance cards")
  @Field(() => Int, {
    nullable: true,
    description: `How many cards were issued for the year. ${withheldIfSmall}`,
  })
  cards!: number | null;

  @Title("Kinh phí đóng bảo hiểm y tế", "Health insurance premiums")
  @Field(() => VndScalar, {
    nullable: true,
    description: `What the state pays for them, in dong. ${withheldIfSmall}`,
  })
  premiums!: number | null;
}

@CacheControl({ maxAge: maxAge.statistics })
@ObjectType({
  description: "The housing grants of a unit and year under one decision and for one kind of work.",
})
export class HousingGrantStatistics {
  @Title("Mã căn cứ pháp lý")
  @Field(() => String, {
    description: "The decision that provides for them: DECISION_22_2013 or DECISION_21_2024.",
  })
  legalBasisCode!: string;

  @Title("Hình thức xây dựng", "Kind of construction")
  @Field(() => ConstructionKind, { description: "What is built or repaired with them." })
  kind!: ConstructionKind;

  @Title("Số nhà được hỗ trợ")
  @Field(() => Int, {
    nullable: true,
    description: `How many grants were decided in the year. ${withheldIfSmall}`,
  })
  grants!: number | null;

  @Title("Kinh phí hỗ trợ", "Amount of grants")
  @Field(() => VndScalar, {
    nullable: true,
    description: `What was granted, in dong. ${withheldIfSmall}`,
  })
  amount!: number | null;
}

@CacheControl({ maxAge: maxAge.statistics })
@ObjectType({ description: "What was paid through one channel in a unit for the months of a year." })
export class PaymentChannelStatistics {
  @Title("Hình thức chi trả")
  @Field(() => PaymentChannel, { description: "How the money reached the beneficiaries." })
  channel!: PaymentChannel;

  @Title("Số lượt chi trả")
  @Field(() => Int, {
    nullable: true,
    description: `How many payments were made: one for each record and month. ${withheldIfSmall}`,
  })
  payments!: number | null;

  @Title("Kinh phí chi trả", "Amount paid")
  @Field(() => VndScalar, {
    nullable: true,
    description: `The amount paid, in dong. ${withheldIfSmall}`,
  })
  amount!: number | null;

  @Title("Tỷ trọng (%)", "Share (%)")
  @Field(() => Float, {
    nullable: true,
    description: `The share of the amount paid through all channels, in percent to three decimals: 92.5 means 92.5 %. 0 when nothing was paid. ${withheldIfSmall}`,
  })
  sharePercent!: number | null;
}
