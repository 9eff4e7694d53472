import { VndScalar } from "@an-sinh/subgraph-kit/scalars";
import { Field, Int, ObjectType } from "type-graphql";

@ObjectType({ description: "What the Fund for the Poor received and spent in a year, in dong." })
export class FundYear {
  @Field(() => Int, { description: "The year." })
  year!: number;

  @Field(() => VndScalar, { description: "Given to the fund." })
  received!: number;

  @Field(() => VndScalar, { description: "Paid from the fund." })
  spent!: number;
}

@ObjectType({
  description:
    "The Fund for the Poor of a unit, which the Fatherland Front keeps: its own and those of the units that lie in it.",
})
export class FundStatistics {
  @Field(() => Int, { description: "The first year." })
  fromYear!: number;

  @Field(() => Int, { description: "The last year, counted in." })
  toYear!: number;

  @Field(() => VndScalar, { description: "Dong given to the fund in these years." })
  received!: number;

  @Field(() => VndScalar, { description: "Dong paid from the fund in these years." })
  spent!: number;

  @Field(() => [FundYear], {
    description: "Year by year, the first first. Years with nothing on record are left out.",
  })
  years!: FundYear[];
}
