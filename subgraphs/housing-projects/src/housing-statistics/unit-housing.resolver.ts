import { checkedYear } from "@an-sinh/subgraph-kit/calendar";
import { Arg, FieldResolver, Int, Resolver, Root } from "type-graphql";
import { AdministrativeUnit } from "../external/administrative-unit.stub.js";
import { HousingStatistics } from "./housing-statistics.type.js";

@Resolver(() => AdministrativeUnit)
export class UnitHousingResolver {
  @FieldResolver(() => HousingStatistics, {
    description:
      "Social housing and housing support in the unit, computed from the register as of 31 December of a year. A year without data gives zeros.",
  })
  housing(
    @Root() { id }: AdministrativeUnit,
    @Arg("year", () => Int, { description: "From 1945 to 2100. Anything else is BAD_USER_INPUT." })
    year: number,
  ): HousingStatistics {
    return new HousingStatistics(id, checkedYear(year));
  }
}
