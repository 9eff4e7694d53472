import { CacheControl, maxAge } from "@an-sinh/subgraph-kit/federation/cache-control";
import { VndScalar } from "@an-sinh/subgraph-kit/scalars";
import { Field, Int, ObjectType } from "type-graphql";

@CacheControl({ maxAge: maxAge.statistics })
@ObjectType({ description: "The livelihood models of a unit that started in a period." })
export class LivelihoodModelStatistics {
  @Field(() => Int, { description: "The first year." })
  fromYear!: number;

  @Field(() => Int, { description: "The last year, counted in." })
  toYear!: number;

  @Field(() => Int, { description: "How many models started in the period." })
  models!: number;

  @Field(() => VndScalar, { description: "Dong given to these models from all sources." })
  budget!: number;
}
