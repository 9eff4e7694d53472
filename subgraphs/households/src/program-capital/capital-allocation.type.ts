import { CacheControl, maxAge } from "@an-sinh/subgraph-kit/federation/cache-control";
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

  @Field(() => CapitalSource, { description: "The source of the capital." })
  source!: CapitalSource;

  @Field(() => Int, { description: "The first year with capital." })
  fromYear!: number;

  @Field(() => Int, { description: "The last year with capital." })
  toYear!: number;

  @Field(() => VndScalar, { description: "Dong allocated." })
  allocated!: number;

  @Field(() => VndScalar, { description: "Dong paid out of the allocated capital." })
  disbursed!: number;

  @Field(() => Float, {
    description: "The disbursed in percent of the allocated capital, to three decimals.",
  })
  disbursedPercent!: number;
}
