import { Cost } from "@an-sinh/subgraph-kit/federation/costs";
import { checkedYear } from "@an-sinh/subgraph-kit/calendar";
import type { RequestContext } from "@an-sinh/subgraph-kit/context";
import { Title } from "@an-sinh/subgraph-kit/federation/titles";
import { YearArgs } from "@an-sinh/subgraph-kit/period-args";
import { Args, Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import { AdministrativeUnitEntity } from "../administrative-unit/administrative-unit.entity.js";
import { findPopulation } from "./population-statistics.service.js";
import { PopulationStatistics } from "./population-statistics.type.js";

@Resolver(() => AdministrativeUnitEntity)
export class UnitPopulationResolver {
  @Cost(5)
  @Title("Dân số")
  @FieldResolver(() => PopulationStatistics, {
    nullable: true,
    description:
      "The people of the unit at the end of a year, on the unit's own boundaries, also in years in which it did not exist. Null: nothing is on record for the year.",
  })
  population(
    @Ctx() context: RequestContext,
    @Root() { id: unitId }: AdministrativeUnitEntity,
    @Args(() => YearArgs) { year }: YearArgs,
  ): Promise<PopulationStatistics | null> {
    return findPopulation(context, unitId, checkedYear(year));
  }
}
