import { CacheControl, maxAge } from "@an-sinh/subgraph-kit/federation/cache-control";
import { Title } from "@an-sinh/subgraph-kit/federation/titles";
import { VndScalar } from "@an-sinh/subgraph-kit/scalars";
import { Field, Int, ObjectType } from "type-graphql";

@CacheControl({ maxAge: maxAge.statistics })
@ObjectType({ description: "The livelihood models of a unit that started in a period." })
export class LivelihoodModelStatistics {
  @Title("Từ năm")
  @Field(() => Int, { description: "The first year." })
  fromYear!: number;

  @Title("Đến năm")
  @Field(() => Int, { description: "The last year, counted in." })
  toYear!: number;

  @Title("Số mô hình sinh kế", "Livelihood models")
  @Field(() => Int, { description: "How many models started in the period." })
  models!: number;

  @Title("Kinh phí các mô hình", "Budget of the models")
  @Field(() => VndScalar, { description: "Dong given to these models from all sources." })
  budget!: number;
}
