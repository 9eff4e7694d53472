import { Cost, ListSize } from "@an-sinh/subgraph-kit/federation/costs";
import { About, Title } from "@an-sinh/subgraph-kit/federation/titles";
import { Translated } from "@an-sinh/subgraph-kit/languages/translated";
import type { Wording } from "@an-sinh/subgraph-kit/languages/wording";
import { VndScalar } from "@an-sinh/subgraph-kit/scalars";
import { Field, ObjectType } from "type-graphql";
import { HousingGrant } from "../external/housing-grant.stub.js";
import { HousingSupportEntity } from "../housing-support/housing-support.entity.js";
import { HousingNeed, OverlapVerdict } from "./support-overlap.enums.js";

@ObjectType({
  description:
    "Two supports that a household received for the same need, and what the rules say about the two together. An overlap is not a violation: only `amountExcess` may have been paid in error.",
})
export class SupportOverlap {
  @About("Nhu cầu mà cả hai khoản hỗ trợ cùng hướng tới.")
  @Title("Nhu cầu hỗ trợ")
  @Field(() => HousingNeed, { description: "What both supports are for." })
  need!: HousingNeed;

  @ListSize(2)
  @Title("Hỗ trợ của ngành nhà ở", "Supports by the housing department")
  @Field(() => [HousingSupportEntity], {
    description: "Which of the two the housing department granted, the earlier decision first.",
  })
  supports!: HousingSupportEntity[];

  @ListSize(2)
  @Title("Hỗ trợ của ngành người có công", "Grants by the meritorious service")
  @Field(() => [HousingGrant], {
    nullable: "items",
    description:
      "Which of the two the department of meritorious service granted, the earlier decision first. An item is null if that department failed.",
  })
  grants!: HousingGrant[];

  @About("Kết luận theo quy định có hiệu lực tại ngày của quyết định sau.")
  @Title("Kết luận về trùng hỗ trợ", "Verdict on the overlap")
  @Field(() => OverlapVerdict, {
    description: "What the rule in force on the day of the later decision says.",
  })
  verdict!: OverlapVerdict;

  @Translated()
  @About(
    "Luật hoặc quyết định quy định việc hưởng đồng thời. Để trống: chưa có quy định trong dữ liệu, được hưởng cả hai khoản.",
  )
  @Title("Căn cứ pháp lý")
  @Field(() => String, {
    nullable: true,
    description:
      "The law or decision that sets the rule. Null: no rule about the two is on record, so both are due.",
  })
  legalBasis!: string | null;

  @Cost(1)
  @Translated()
  @About("Diễn giải quy định áp dụng.")
  @Title("Diễn giải")
  @Field(() => String, { description: "The rule in words." })
  explanation!: string | Wording;

  @About("Tổng số tiền đã nhận từ cả hai khoản (đồng).")
  @Title("Số tiền đã nhận")
  @Field(() => VndScalar, { description: "Dong received from both together." })
  amountReceived!: number;

  @About("Số tiền được hưởng theo quy định (đồng).")
  @Title("Số tiền được hưởng")
  @Field(() => VndScalar, { description: "Dong due by the rule." })
  amountDue!: number;

  @About("Số tiền đã nhận vượt mức được hưởng (đồng). 0: không vượt.")
  @Title("Số tiền hưởng vượt", "Amount in excess")
  @Field(() => VndScalar, { description: "Dong received beyond what is due. 0: all of it was due." })
  amountExcess!: number;
}
