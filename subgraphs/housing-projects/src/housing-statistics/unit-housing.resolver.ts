import { Cost } from "@an-sinh/subgraph-kit/federation/costs";
import { checkedYear } from "@an-sinh/subgraph-kit/calendar";
import { Title } from "@an-sinh/subgraph-kit/federation/titles";
import { YearArgs } from "@an-sinh/subgraph-kit/period-args";
import { Args, FieldResolver, Resolver, Root } from "type-graphql";
import { AdministrativeUnit } from "../external/administrative-unit.stub.js";
import { HousingStatistics } from "./housing-statistics.type.js";

@Resolver(() => AdministrativeUnit)
export class UnitHousingResolver {
  @Cost(10)
  @Title("Nhà ở")
  @FieldResolver(() => HousingStatistics, {
    nullable: true,
    description:
      "Social housing and housing support in the unit, computed from the register as of 31 December of a year. A year without data gives zeros.",
  })
  housing(@Root() { id }: AdministrativeUnit, @Args(() => YearArgs) { year }: YearArgs): HousingStatistics {
    return new HousingStatistics(id, checkedYear(year));
  }
}
