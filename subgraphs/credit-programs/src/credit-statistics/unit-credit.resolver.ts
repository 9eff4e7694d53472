import { Cost } from "@an-sinh/subgraph-kit/federation/costs";
import { checkedYear } from "@an-sinh/subgraph-kit/calendar";
import type { RequestContext } from "@an-sinh/subgraph-kit/context";
import { YearArgs } from "@an-sinh/subgraph-kit/period-args";
import { Args, Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import { AdministrativeUnit } from "../external/administrative-unit.stub.js";
import { checkedCreditPeriod, CreditPeriodArgs } from "./credit-period.inputs.js";
import { disbursedInPeriod } from "./credit-period.loaders.js";
import { CreditPeriodStatistics } from "./credit-period.type.js";
import { programStatisticsOfUnit } from "./credit-statistics.loaders.js";
import { CreditStatistics } from "./credit-statistics.type.js";

@Resolver(() => AdministrativeUnit)
export class UnitCreditResolver {
  @Cost(10)
  @FieldResolver(() => CreditStatistics, {
    nullable: true,
    description:
      "Loans in the unit, computed from the bank's register as of 31 December of a year. A year without data gives zeros.",
  })
  async credit(
    @Ctx() context: RequestContext,
    @Root() { id }: AdministrativeUnit,
    @Args(() => YearArgs) { year }: YearArgs,
  ): Promise<CreditStatistics> {
    const programs = await context.load(programStatisticsOfUnit, id, { year: checkedYear(year) });
    return new CreditStatistics(id, year, programs);
  }

  @Cost(10)
  @FieldResolver(() => CreditPeriodStatistics, {
    nullable: true,
    description: "Loans paid out in the unit over some years. Years without data give zeros.",
  })
  async creditOverYears(
    @Ctx() context: RequestContext,
    @Root() { id }: AdministrativeUnit,
    @Args(() => CreditPeriodArgs) args: CreditPeriodArgs,
  ): Promise<CreditPeriodStatistics> {
    const period = checkedCreditPeriod(args);
    const disbursed = await context.load(disbursedInPeriod, id, period);
    return Object.assign(new CreditPeriodStatistics(), { unitId: id, ...period, ...disbursed });
  }
}
