import { CacheControl, maxAge } from "@an-sinh/subgraph-kit/federation/cache-control";
import { ListSize } from "@an-sinh/subgraph-kit/federation/costs";
import { About, Title } from "@an-sinh/subgraph-kit/federation/titles";
import { VndScalar } from "@an-sinh/subgraph-kit/scalars";
import { Field, Int, ObjectType } from "type-graphql";

@CacheControl({ maxAge: maxAge.statistics })
@ObjectType({ description: "What the Fund for the Poor received and spent in a year." })
export class FundYear {
  @About("Năm thu, chi của Quỹ.")
  @Title("Năm")
  @Field(() => Int, { description: "The year." })
  year!: number;

  @About("Số tiền Quỹ tiếp nhận trong năm (đồng).")
  @Title("Số thu trong năm", "Received in the year")
  @Field(() => VndScalar, { description: "Dong given to the fund." })
  received!: number;

  @About("Số tiền Quỹ đã chi trong năm (đồng).")
  @Title("Số chi trong năm", "Spent in the year")
  @Field(() => VndScalar, { description: "Dong paid from the fund." })
  spent!: number;
}

@CacheControl({ maxAge: maxAge.statistics })
@ObjectType({
  description:
    "The Fund for the Poor of a unit, together with those of the units that lie in it. The Fatherland Front keeps the funds.",
})
export class FundStatistics {
  @Title("Từ năm")
  @Field(() => Int, { description: "The first year." })
  fromYear!: number;

  @Title("Đến năm")
  @Field(() => Int, { description: "The last year, counted in." })
  toYear!: number;

  @About("Số tiền Quỹ tiếp nhận trong giai đoạn (đồng).")
  @Title("Số thu của quỹ", "Received by the fund")
  @Field(() => VndScalar, { description: "Dong given to the fund in these years." })
  received!: number;

  @About("Số tiền Quỹ đã chi trong giai đoạn (đồng).")
  @Title("Số chi của quỹ", "Spent by the fund")
  @Field(() => VndScalar, { description: "Dong paid from the fund in these years." })
  spent!: number;

  @ListSize(5)
  @Title("Từng năm", "Year by year")
  @Field(() => [FundYear], {
    description: "Year by year, the earliest first. Years with nothing on record are left out.",
  })
  years!: FundYear[];
}
