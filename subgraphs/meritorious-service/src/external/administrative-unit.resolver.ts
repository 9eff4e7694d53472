import { Arg, FieldResolver, Int, Resolver, Root } from "type-graphql";
import { statisticsOf } from "../meritorious-statistics/meritorious-statistics.service.js";
import { MeritoriousStatistics } from "../meritorious-statistics/meritorious-statistics.type.js";
import { AdministrativeUnit } from "./administrative-unit.type.js";

@Resolver(() => AdministrativeUnit)
export class AdministrativeUnitResolver {
  @FieldResolver(() => MeritoriousStatistics, {
    description:
      "People with meritorious service and their relatives at the end of a year (31 December), and what they were paid for its months.",
  })
  meritorious(
    @Root() { id }: AdministrativeUnit,
    @Arg("year", () => Int, {
      description:
        "The year, from 1945 to 2100. Anything else is BAD_USER_INPUT; a year without data gives zeros.",
    })
    year: number,
  ): MeritoriousStatistics {
    return statisticsOf(id, year);
  }
}
