import { DateScalar, VndScalar } from "@an-sinh/subgraph-kit/scalars";
import { RequiresScopes } from "@an-sinh/subgraph-kit/federation/requires-scopes";
import { About, Title } from "@an-sinh/subgraph-kit/federation/titles";
import { Translated } from "@an-sinh/subgraph-kit/languages/translated";
import { Field, Float, ID, ObjectType } from "type-graphql";
import type { AllowanceEntity } from "./allowance.entity.js";
import { AllowanceKind } from "./allowance.enums.js";

@RequiresScopes("meritorious:read")
@ObjectType({
  description:
    "What a record entitles to on one day: a monthly allowance, or a one-off benefit that may be drawn then.",
})
export class Allowance {
  @Title("Mã định danh chế độ", "Allowance ID")
  @Field(() => ID, { description: "Opaque and stable." })
  readonly id: string;

  @About("Loại trợ cấp hoặc chế độ ưu đãi.")
  @Title("Loại chế độ", "Kind of allowance")
  @Field(() => AllowanceKind, { description: "The kind of allowance or benefit." })
  readonly kind: AllowanceKind;

  @About("Hệ số so với mức chuẩn: 3 nghĩa là ba lần mức chuẩn. 0: mức hưởng cố định, như tiền quà tặng.")
  @Title("Hệ số so với mức chuẩn")
  @Field(() => Float, {
    description:
      "A multiple of the standard level: 3 means three times the level. 0: the amount is fixed, as a gift's is.",
  })
  readonly coefficient: number;

  @About("Mức trợ cấp một lần (đồng). Để trống: là trợ cấp hằng tháng.")
  @Title("Mức một lần", "One-off amount")
  @Field(() => VndScalar, {
    nullable: true,
    description: "The amount of a one-off benefit, in dong. Null: the allowance is monthly.",
  })
  readonly oneOffAmount: number | null;

  @About("Ngày đầu tiên được hưởng trợ cấp, hoặc được nhận trợ cấp một lần.")
  @Title("Hiệu lực từ ngày")
  @Field(() => DateScalar, {
    description: "The first day on which the allowance is in force, or the one-off benefit may be drawn.",
  })
  readonly validFrom: string;

  @About("Ngày cuối cùng được hưởng. Để trống: chưa xác định thời điểm kết thúc.")
  @Title("Hiệu lực đến ngày")
  @Field(() => DateScalar, { nullable: true, description: "The last such day. Null: no end is set." })
  readonly validTo: string | null;

  @Translated()
  @About("Quy định làm căn cứ xác định hệ số hoặc mức hưởng.")
  @Title("Căn cứ pháp lý")
  @Field(() => String, { description: "The provision that sets the coefficient or amount." })
  readonly legalBasis: string;

  constructor(
    entity: AllowanceEntity,
    /** The day that the client asked about. Its standard level decides the monthly amount. */
    readonly on: string,
  ) {
    this.id = entity.id;
    this.kind = entity.kind;
    this.coefficient = entity.coefficient;
    this.oneOffAmount = entity.oneOffAmount;
    this.validFrom = entity.validFrom;
    this.validTo = entity.validTo;
    this.legalBasis = entity.legalBasis;
  }
}
