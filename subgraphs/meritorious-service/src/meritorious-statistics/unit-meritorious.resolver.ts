import { Cost } from "@an-sinh/subgraph-kit/federation/costs";
import { Title } from "@an-sinh/subgraph-kit/federation/titles";
import { YearArgs } from "@an-sinh/subgraph-kit/period-args";
import { Args, FieldResolver, Resolver, Root } from "type-graphql";
import { AdministrativeUnit } from "../external/administrative-unit.stub.js";
import { statisticsOf } from "./meritorious-statistics.service.js";
import { MeritoriousStatistics } from "./meritorious-statistics.type.js";

@Resolver(() => AdministrativeUnit)
export class UnitMeritoriousResolver {
  @Cost(10)
  @Title("Người có công", "Meritorious service")
  @FieldResolver(() => MeritoriousStatistics, {
    nullable: true,
    description:
      "Statistics of people with meritorious service and their relatives: how many there were on 31 December of a year, and what they were paid and given for it. A year without data gives zeros.",
  })
  meritorious(
    @Root() { id }: AdministrativeUnit,
    @Args(() => YearArgs) { year }: YearArgs,
  ): MeritoriousStatistics {
    return statisticsOf(id, year);
  }
}
