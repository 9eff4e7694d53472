import { Arg, FieldResolver, Int, Resolver, Root } from "type-graphql";
import { AdministrativeUnit } from "../external/administrative-unit.stub.js";
import { statisticsOf } from "./meritorious-statistics.service.js";
import { MeritoriousStatistics } from "./meritorious-statistics.type.js";

@Resolver(() => AdministrativeUnit)
export class AdministrativeUnitMeritoriousResolver {
  @FieldResolver(() => MeritoriousStatistics, {
    description:
      "Statistics of people with meritorious service and their relatives: how many there were on 31 December of a year, and what they were paid and given for it.",
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
