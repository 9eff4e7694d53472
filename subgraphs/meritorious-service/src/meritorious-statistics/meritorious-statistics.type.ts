import { CacheControl, maxAge } from "@an-sinh/subgraph-kit/federation/cache-control";
import { About, Title } from "@an-sinh/subgraph-kit/federation/titles";
import { VndScalar } from "@an-sinh/subgraph-kit/scalars";
import { withheldIfSmall, withheldInVietnamese } from "@an-sinh/territory/small-cells/cells";
import { Field, Int, ObjectType } from "type-graphql";
import { MeritoriousCategoryEntity } from "../meritorious-category/meritorious-category.entity.js";

@CacheControl({ maxAge: maxAge.statistics })
@ObjectType({
  description:
    "People with meritorious service and their relatives in an administrative unit: how many there were on 31 December of a year, and what they were paid and given for it. Computed from the records.",
})
export class MeritoriousStatistics {
  @Title("Năm")
  @Field(() => Int, { description: "The year." })
  readonly year: number;

  constructor(
    readonly unitId: string,
    year: number,
  ) {
    this.year = year;
  }
}

@CacheControl({ maxAge: maxAge.statistics })
@ObjectType({ description: "The records of one category in a unit and year, and what was paid for them." })
export class MeritoriousCategoryStatistics {
  @Title("Diện đối tượng")
  @Field(() => MeritoriousCategoryEntity, { description: "The category." })
  category!: MeritoriousCategoryEntity;

  @About(
    `Số hồ sơ đang có hiệu lực đến ngày 31/12. Bằng 0 đối với liệt sĩ: xem số người được công nhận. ${withheldInVietnamese}`,
  )
  @Title("Số người hưởng trợ cấp hằng tháng")
  @Field(() => Int, {
    nullable: true,
    description: `How many records were in force on 31 December: recognized by then and not ended. It is 0 for martyrs, whose records are never in force: see recognized. ${withheldIfSmall}`,
  })
  beneficiaries!: number | null;

  @About(
    `Số người được công nhận đến ngày 31/12, gồm cả hồ sơ đã kết thúc và người đã từ trần. ${withheldInVietnamese}`,
  )
  @Title("Số người được công nhận")
  @Field(() => Int, {
    nullable: true,
    description: `How many people were recognized by 31 December, whether their records were in force or had ended. The deceased are counted. ${withheldIfSmall}`,
  })
  recognized!: number | null;

  @About(`Kinh phí chi trả cho các tháng trong năm (đồng). ${withheldInVietnamese}`)
  @Title("Kinh phí chi trả trong năm", "Paid during the year")
  @Field(() => VndScalar, {
    nullable: true,
    description: `What was paid for the months of the year, in dong. ${withheldIfSmall}`,
  })
  paid!: number | null;
}
