import { Cost } from "@an-sinh/subgraph-kit/federation/costs";
import type { RequestContext } from "@an-sinh/subgraph-kit/context";
import { Title } from "@an-sinh/subgraph-kit/federation/titles";
import { checkedPeriod, PeriodArgs } from "@an-sinh/subgraph-kit/period-args";
import { Args, Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import { AdministrativeUnitEntity } from "../administrative-unit/administrative-unit.entity.js";
import { modelTotals } from "./livelihood-model.loaders.js";
import { LivelihoodModelStatistics } from "./livelihood-model.type.js";

@Resolver(() => AdministrativeUnitEntity)
export class UnitLivelihoodModelResolver {
  @Cost(10)
  @Title("Mô hình sinh kế")
  @FieldResolver(() => LivelihoodModelStatistics, {
    nullable: true,
    description:
      "Livelihood models that started in these years. See the program LIVELIHOOD_MODEL in assistanceInPeriod for the households that took part.",
  })
  async livelihoodModels(
    @Ctx() context: RequestContext,
    @Root() { id }: AdministrativeUnitEntity,
    @Args(() => PeriodArgs) args: PeriodArgs,
  ): Promise<LivelihoodModelStatistics> {
    const period = checkedPeriod(args);
    return { ...period, ...(await context.load(modelTotals, id, period)) };
  }
}
