import { VndScalar } from "@an-sinh/subgraph-kit/scalars";
import { Field, Int, ObjectType } from "type-graphql";
import { MeritoriousCategoryEntity } from "../meritorious-category/meritorious-category.entity.js";

@ObjectType({
  description:
    "Beneficiaries of an administrative unit at the end of a year (31 December), and what they were paid for its months. Computed from the records.",
})
export class MeritoriousStatistics {
  @Field(() => Int, { description: "The year." })
  readonly year: number;

  constructor(
    readonly unitId: string,
    year: number,
  ) {
    this.year = year;
  }
}

@ObjectType({ description: "One category's part in the statistics of a unit and year." })
export class MeritoriousCategoryStatistics {
  @Field(() => MeritoriousCategoryEntity, { description: "The category." })
  category!: MeritoriousCategoryEntity;

  @Field(() => Int, {
    description:
      "Records in force on 31 December: recognized by then and not ended. Nobody is in force as a martyr: see recognized.",
  })
  beneficiaries!: number;

  @Field(() => Int, {
    description: "Records recognized by 31 December, whether in force or ended: the deceased are counted.",
  })
  recognized!: number;

  @Field(() => VndScalar, { description: "Dong paid for the months of the year." })
  paid!: number;
}
