import { CacheControl, maxAge } from "@an-sinh/subgraph-kit/federation/cache-control";
import { Title } from "@an-sinh/subgraph-kit/federation/titles";
import { Translated } from "@an-sinh/subgraph-kit/languages/translated";
import { DateScalar, VndScalar } from "@an-sinh/subgraph-kit/scalars";
import { Field, Float, Int, ObjectType } from "type-graphql";
import type { CreditTermsEntity } from "./credit-terms.entity.js";

@CacheControl({ maxAge: maxAge.catalog })
@ObjectType({ description: "On which terms a program lends, between two days." })
export class CreditTerms {
  readonly programId: string;
  readonly rateBaseProgramId: string | null;

  @Title("Hiệu lực từ ngày")
  @Field(() => DateScalar, {
    description:
      "The first day for which these terms are on record; the legal act may be older than the record.",
  })
  readonly validFrom: string;

  @Title("Hiệu lực đến ngày")
  @Field(() => DateScalar, { nullable: true, description: "The last day. Null: no end is set." })
  readonly validTo: string | null;

  @Title("Lãi suất (%/năm)", "Rate (% a year)")
  @Field(() => Float, {
    nullable: true,
    description:
      "Interest in percent a year, to three decimals: 6.6 means 6.6 %. Where it follows another program's rate, it is that of the day asked for; in `termsHistory` of the first day. Null: not on record.",
  })
  readonly annualRatePercent: number | null;

  @Title("So với lãi suất cơ sở (%)")
  @Field(() => Float, {
    nullable: true,
    description:
      "The rate in percent of that of `rateBase`: 127 means 1.27 times that rate. Null: the rate is set as a number, or not on record.",
  })
  readonly percentOfBaseRate: number | null;

  @Title("Mức cho vay tối đa")
  @Field(() => VndScalar, {
    nullable: true,
    description:
      "The most that a household or person may borrow. Null: not on record, or not one amount: see `remark`.",
  })
  readonly maximumPrincipal: number | null;

  @Title("Mức cho vay tối đa đối với cơ sở sản xuất, kinh doanh", "Maximum principal for firms")
  @Field(() => VndScalar, {
    nullable: true,
    description:
      "The most that a firm may borrow. Null: not on record, or the program does not lend to firms.",
  })
  readonly maximumFirmPrincipal: number | null;

  @Title("Thời hạn cho vay tối đa (tháng)", "Maximum term (months)")
  @Field(() => Int, { nullable: true, description: "The longest term, in months. Null: not on record." })
  readonly maximumTermMonths: number | null;

  @Translated()
  @Title("Căn cứ pháp lý")
  @Field(() => String, {
    description: 'The legal act that set these terms. It says "sample value" of what could not be confirmed.',
  })
  readonly legalBasis: string;

  @Translated()
  @Title("Ghi chú")
  @Field(() => String, {
    nullable: true,
    description: "Limits of the terms that are not one number, in words. Null: there are none.",
  })
  readonly remark: string | null;

  constructor(
    entity: CreditTermsEntity,
    annualRatePercent: number | null,
    /** The day asked for. In a history: the first day of the terms. */
    readonly on: string,
  ) {
    this.programId = entity.programId;
    this.rateBaseProgramId = entity.rateBaseProgramId;
    this.validFrom = entity.validFrom;
    this.validTo = entity.validTo;
    this.annualRatePercent = annualRatePercent;
    this.percentOfBaseRate = entity.percentOfBaseRate;
    this.maximumPrincipal = entity.maximumPrincipal;
    this.maximumFirmPrincipal = entity.maximumFirmPrincipal;
    this.maximumTermMonths = entity.maximumTermMonths;
    this.legalBasis = entity.legalBasis;
    this.remark = entity.remark;
  }
}
