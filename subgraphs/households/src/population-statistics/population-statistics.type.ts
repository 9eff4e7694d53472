import { Field, Float, Int, ObjectType } from "type-graphql";

@ObjectType({
  description:
    "How many people live in a unit on 31 December of a year, on the register of poverty or not. An ethnic minority is any ethnic group but the Kinh (Decree 05/2011/ND-CP, article 4).",
})
export class PopulationStatistics {
  @Field(() => Int, { description: "The year. People are counted at its end." })
  year!: number;

  @Field(() => Int, { description: "All people." })
  people!: number;

  @Field(() => Int, { description: "Of these, those who belong to an ethnic minority." })
  ethnicMinorityPeople!: number;

  @Field(() => Float, {
    description:
      "People of ethnic minorities in percent of all people, to three decimals: 12.31 means 12.31 %.",
  })
  ethnicMinoritySharePercent!: number;

  /** Households whose head belongs to an ethnic minority. Poverty statistics need it. */
  ethnicMinorityHouseholds!: number;
}
