import type { RequestContext } from "@an-sinh/subgraph-kit/context";
import { checkedYear } from "@an-sinh/subgraph-kit/calendar";
import { Arg, Args, Ctx, FieldResolver, Int, Resolver, Root } from "type-graphql";
import { CreditPeriodArgs, checkedPeriod } from "../credit-statistics/credit-period.inputs.js";
import { disbursedInPeriod } from "../credit-statistics/credit-period.loaders.js";
import { CreditPeriodStatistics } from "../credit-statistics/credit-period.type.js";
import { programStatisticsOfUnit } from "../credit-statistics/credit-statistics.loaders.js";
import { CreditStatistics } from "../credit-statistics/credit-statistics.type.js";
import { DebtStatistics } from "../debts/debts.type.js";
import { housingPackageOfUnit } from "../housing-package/housing-package.loaders.js";
import { HousingPackageStatistics } from "../housing-package/housing-package.type.js";
import { AdministrativeUnit } from "./administrative-unit.js";

const yearArgument = { description: "From 1945 to 2100. Anything else is BAD_USER_INPUT." };

@Resolver(() => AdministrativeUnit)
export class AdministrativeUnitResolver {
  @FieldResolver(() => CreditStatistics, {
    description:
      "Loans in the unit, computed from the bank's register as of 31 December of a year. A year without data gives zeros.",
  })
  async credit(
    @Ctx() context: RequestContext,
    @Root() { id }: AdministrativeUnit,
    @Arg("year", () => Int, yearArgument) year: number,
  ): Promise<CreditStatistics> {
    const programs = await context.load(programStatisticsOfUnit, id, { year: checkedYear(year) });
    return new CreditStatistics(id, year, programs);
  }

  @FieldResolver(() => CreditPeriodStatistics, {
    description: "Loans paid out in the unit over some years. Years without data give zeros.",
  })
  async creditOverYears(
    @Ctx() context: RequestContext,
    @Root() { id }: AdministrativeUnit,
    @Args(() => CreditPeriodArgs) args: CreditPeriodArgs,
  ): Promise<CreditPeriodStatistics> {
    const period = checkedPeriod(args);
    const disbursed = await context.load(disbursedInPeriod, id, period);
    return Object.assign(new CreditPeriodStatistics(), { unitId: id, ...period, ...disbursed });
  }

  @FieldResolver(() => DebtStatistics, {
    description:
      "What is owed to the policy bank in the unit on 31 December of a year. A year without data gives zeros.",
  })
  debts(
    @Root() { id }: AdministrativeUnit,
    @Arg("year", () => Int, yearArgument) year: number,
  ): DebtStatistics {
    return Object.assign(new DebtStatistics(), { unitId: id, year: checkedYear(year) });
  }

  @FieldResolver(() => HousingPackageStatistics, {
    description:
      "What commercial banks lent for social housing projects in the unit up to 31 December of a year. A year without data gives zeros.",
  })
  housingPackage(
    @Ctx() context: RequestContext,
    @Root() { id }: AdministrativeUnit,
    @Arg("year", () => Int, yearArgument) year: number,
  ): Promise<HousingPackageStatistics> {
    return context.load(housingPackageOfUnit, id, { year: checkedYear(year) });
  }
}
