import { Cost } from "@an-sinh/subgraph-kit/federation/costs";
import { checkedYear } from "@an-sinh/subgraph-kit/calendar";
import type { RequestContext } from "@an-sinh/subgraph-kit/context";
import { Title } from "@an-sinh/subgraph-kit/federation/titles";
import { YearArgs } from "@an-sinh/subgraph-kit/period-args";
import { Args, Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import { AdministrativeUnit } from "../external/administrative-unit.stub.js";
import { checkedCreditPeriod, CreditPeriodArgs } from "./credit-period.inputs.js";
import { lentInPeriod } from "./credit-period.service.js";
import { CreditPeriodStatistics } from "./credit-period.type.js";
import { creditOfUnit } from "./credit-statistics.service.js";
import { CreditStatistics } from "./credit-statistics.type.js";

@Resolver(() => AdministrativeUnit)
export class UnitCreditResolver {
  @Cost(10)
  @Title("Tín dụng chính sách")
  @FieldResolver(() => CreditStatistics, {
    nullable: true,
    description:
      "Loans in the unit, computed from the bank's register as of 31 December of a year. A year without data gives zeros.",
  })
  credit(
    @Ctx() context: RequestContext,
    @Root() { id }: AdministrativeUnit,
    @Args(() => YearArgs) { year }: YearArgs,
  ): Promise<CreditStatistics> {
    return creditOfUnit(context, id, checkedYear(year));
  }

  @Cost(10)
  @Title("Tín dụng trong giai đoạn", "Credit over the years")
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
    const lent = await lentInPeriod(context, id, period);
    return Object.assign(new CreditPeriodStatistics(), { unitId: id, ...period, ...lent });
  }
}
