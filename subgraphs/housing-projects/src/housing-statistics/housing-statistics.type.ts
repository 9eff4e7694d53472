import { CacheControl, maxAge } from "@an-sinh/subgraph-kit/federation/cache-control";
import { About, Title } from "@an-sinh/subgraph-kit/federation/titles";
import { VndScalar } from "@an-sinh/subgraph-kit/scalars";
import { withheldIfSmall, withheldInVietnamese } from "@an-sinh/territory/small-cells/cells";
import { Field, Int, ObjectType } from "type-graphql";
import { ConstructionKind } from "../construction-kind/construction-kind.enums.js";
import { FundingSource, HousingSupportProgram } from "../housing-support/housing-support.enums.js";

@CacheControl({ maxAge: maxAge.statistics })
@ObjectType({
  description: "Social housing and housing support in an administrative unit, as of 31 December of a year.",
})
export class HousingStatistics {
  @Title("Năm")
  @Field(() => Int, { description: "The figures are as of 31 December of this year." })
  readonly year: number;

  constructor(
    readonly unitId: string,
    year: number,
  ) {
    this.year = year;
  }
}

@CacheControl({ maxAge: maxAge.statistics })
@ObjectType({ description: "Housing supports of one program and kind that are completed." })
export class HousingSupportStatistics {
  /** The unit and the year find the sources, see `fundingTotals`. */
  unitId!: string;
  year!: number;

  @About("Chương trình hỗ trợ nhà ở.")
  @Title("Chương trình hỗ trợ nhà ở", "Housing support program")
  @Field(() => HousingSupportProgram, { description: "The program." })
  program!: HousingSupportProgram;

  @About("Loại công trình.")
  @Title("Hình thức xây dựng", "Kind of construction")
  @Field(() => ConstructionKind, { description: "What was built." })
  kind!: ConstructionKind;

  @About(
    `Số nhà xây mới, sửa chữa hoặc số công trình vệ sinh xây mới, lũy kế đến ngày 31/12 của năm. ${withheldInVietnamese}`,
  )
  @Title("Số nhà")
  @Field(() => Int, {
    nullable: true,
    description: `Houses built or repaired, or sanitary facilities built, from the beginning of the register to 31 December of the year. ${withheldIfSmall}`,
  })
  houses!: number | null;

  @About(`Kinh phí hỗ trợ lũy kế đến ngày 31/12 của năm (đồng). ${withheldInVietnamese}`)
  @Title("Kinh phí hỗ trợ", "Amount of support")
  @Field(() => VndScalar, {
    nullable: true,
    description: `Dong granted for them, from the beginning of the register to 31 December of the year. ${withheldIfSmall}`,
  })
  amount!: number | null;

  @About(`Trong đó, số nhà hoặc công trình hoàn thành trong năm. ${withheldInVietnamese}`)
  @Title("Số nhà trong năm", "Houses during the year")
  @Field(() => Int, {
    nullable: true,
    description: `How many of these were completed during the year. ${withheldIfSmall}`,
  })
  housesDuringYear!: number | null;

  @About(`Kinh phí hỗ trợ cho nhà ở, công trình hoàn thành trong năm (đồng). ${withheldInVietnamese}`)
  @Title("Kinh phí hỗ trợ trong năm", "Amount of support during the year")
  @Field(() => VndScalar, {
    nullable: true,
    description: `Dong granted for the houses or facilities completed during the year. ${withheldIfSmall}`,
  })
  amountDuringYear!: number | null;
}

@CacheControl({ maxAge: maxAge.statistics })
@ObjectType({ description: "What one source paid of completed housing supports." })
export class FundingTotal {
  @Title("Nguồn kinh phí", "Source of funds")
  @Field(() => FundingSource, { description: "Who paid." })
  source!: FundingSource;

  @Title("Số tiền theo nguồn", "Amount from the source")
  @Field(() => VndScalar, {
    description:
      "Dong for the supports completed from the beginning of the register to 31 December of the year.",
  })
  amount!: number;

  @Title("Số tiền theo nguồn trong năm", "Amount from the source during the year")
  @Field(() => VndScalar, {
    nullable: true,
    description: `Dong for the supports completed during the year. ${withheldIfSmall}`,
  })
  amountDuringYear!: number | null;
}
