import { CacheControl, maxAge } from "@an-sinh/subgraph-kit/federation/cache-control";
import { Title } from "@an-sinh/subgraph-kit/federation/titles";
import { withheldIfSmall } from "@an-sinh/territory/small-cells/cells";
import { Field, Float, Int, ObjectType } from "type-graphql";

@CacheControl({ maxAge: maxAge.statistics })
@ObjectType({
  description:
    "How many people live in a unit on 31 December of a year, on the register of poverty or not. An ethnic minority is any ethnic group but the Kinh (Decree 05/2011/ND-CP, article 4).",
})
export class PopulationStatistics {
  @Title("Năm")
  @Field(() => Int, { description: "The year. People are counted at its end." })
  year!: number;

  @Title("Dân số", "Population")
  @Field(() => Int, { nullable: true, description: `All people. ${withheldIfSmall}` })
  people!: number | null;

  @Title("Dân số dân tộc thiểu số", "Ethnic minority population")
  @Field(() => Int, {
    nullable: true,
    description: `Of these, those who belong to an ethnic minority. ${withheldIfSmall}`,
  })
  ethnicMinorityPeople!: number | null;

  @Title("Tỷ lệ dân số dân tộc thiểu số (%)", "Ethnic minority share (%)")
  @Field(() => Float, {
    nullable: true,
    description: `People of ethnic minorities in percent of all people, to three decimals: 12.31 means 12.31 %. ${withheldIfSmall}`,
  })
  ethnicMinoritySharePercent!: number | null;

  /** Households whose head belongs to an ethnic minority. Poverty statistics need it. Null: withheld. */
  ethnicMinorityHouseholds!: number | null;
}
