import { Cost } from "@an-sinh/subgraph-kit/federation/costs";
import type { RequestContext } from "@an-sinh/subgraph-kit/context";
import { Title } from "@an-sinh/subgraph-kit/federation/titles";
import { checkedPeriod, PeriodArgs } from "@an-sinh/subgraph-kit/period-args";
import { Args, Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import { AdministrativeUnitEntity } from "../administrative-unit/administrative-unit.entity.js";
import { fundYearsOfUnit } from "./fund.loaders.js";
import { FundStatistics, type FundYear } from "./fund.type.js";

const sum = (years: readonly FundYear[], column: "received" | "spent"): number =>
  years.reduce((total, year) => total + year[column], 0);

@Resolver(() => AdministrativeUnitEntity)
export class UnitFundResolver {
  @Cost(10)
  @Title("Quỹ Vì người nghèo", "Fund for the Poor")
  @FieldResolver(() => FundStatistics, {
    nullable: true,
    description: "What the Fund for the Poor received and spent in these years. 0: nothing is on record.",
  })
  async fundForThePoor(
    @Ctx() context: RequestContext,
    @Root() { id }: AdministrativeUnitEntity,
    @Args(() => PeriodArgs) args: PeriodArgs,
  ): Promise<FundStatistics> {
    const period = checkedPeriod(args);
    const years = await context.load(fundYearsOfUnit, id, period);
    return { ...period, received: sum(years, "received"), spent: sum(years, "spent"), years };
  }
}
