import { CacheControl, maxAge } from "@an-sinh/subgraph-kit/federation/cache-control";
import { About, Title } from "@an-sinh/subgraph-kit/federation/titles";
import { VndScalar } from "@an-sinh/subgraph-kit/scalars";
import { Field, Float, Int, ObjectType } from "type-graphql";
import { CapitalSource } from "./capital-source.js";

@CacheControl({ maxAge: maxAge.statistics })
@ObjectType({
  description:
    "Capital of a National Target Program for one sub-project from one source, allocated to a unit and to the units that lie in it.",
})
export class CapitalAllocation {
  subProjectId!: string;

  @About("Nguồn vốn.")
  @Title("Nguồn vốn", "Source of capital")
  @Field(() => CapitalSource, { description: "The source of the capital." })
  source!: CapitalSource;

  @About("Năm đầu tiên được bố trí vốn.")
  @Title("Từ năm")
  @Field(() => Int, { description: "The first year with capital." })
  fromYear!: number;

  @About("Năm cuối cùng được bố trí vốn.")
  @Title("Đến năm")
  @Field(() => Int, { description: "The last year with capital." })
  toYear!: number;

  @About("Số vốn được giao (đồng).")
  @Title("Vốn được giao", "Allocated capital")
  @Field(() => VndScalar, { description: "Dong allocated." })
  allocated!: number;

  @About("Số vốn đã giải ngân trong số vốn được giao (đồng).")
  @Title("Vốn đã giải ngân", "Disbursed capital")
  @Field(() => VndScalar, { description: "Dong paid out of the allocated capital." })
  disbursed!: number;

  @About("Tỷ lệ giải ngân so với vốn được giao (%), đến ba chữ số thập phân.")
  @Title("Tỷ lệ giải ngân (%)", "Disbursed (%)")
  @Field(() => Float, {
    description: "The disbursed in percent of the allocated capital, to three decimals.",
  })
  disbursedPercent!: number;
}
