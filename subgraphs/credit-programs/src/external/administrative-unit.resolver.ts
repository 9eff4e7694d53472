import type { RequestContext } from "@an-sinh/kit/context";
import { Arg, Ctx, FieldResolver, Int, Resolver, Root } from "type-graphql";
import { programStatisticsOfUnit } from "../credit-statistics/credit-statistics.loaders.js";
import { CreditStatistics } from "../credit-statistics/credit-statistics.type.js";
import { checkedYear } from "@an-sinh/kit/year";
import { AdministrativeUnit } from "./administrative-unit.js";

@Resolver(() => AdministrativeUnit)
export class AdministrativeUnitResolver {
  @FieldResolver(() => CreditStatistics, {
    description:
      "Loans in the unit, computed from the bank's register as of 31 December of a year. A year without data gives zeros.",
  })
  async credit(
    @Ctx() context: RequestContext,
    @Root() { id }: AdministrativeUnit,
    @Arg("year", () => Int, { description: "From 1945 to 2100. Anything else is BAD_USER_INPUT." })
    year: number,
  ): Promise<CreditStatistics> {
    const programs = await context.load(programStatisticsOfUnit, id, { year: checkedYear(year) });
    return new CreditStatistics(id, year, programs);
  }
}
