import { Cost, ListSize } from "@an-sinh/subgraph-kit/federation/costs";
import { checkedYear } from "@an-sinh/subgraph-kit/calendar";
import type { RequestContext } from "@an-sinh/subgraph-kit/context";
import { Title } from "@an-sinh/subgraph-kit/federation/titles";
import { checkedPeriod, PeriodArgs, YearArgs } from "@an-sinh/subgraph-kit/period-args";
import { Args, Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import { AdministrativeUnitEntity } from "../administrative-unit/administrative-unit.entity.js";
import { AssistanceProgramEntity } from "../assistance-program/assistance-program.entity.js";
import { assistanceProgramByCode } from "../assistance-program/assistance-program.loaders.js";
import { listAssistance } from "./assistance-statistics.service.js";
import { AssistanceStatistics } from "./assistance-statistics.type.js";

@Resolver(() => AdministrativeUnitEntity)
export class UnitAssistanceResolver {
  @ListSize(20)
  @Cost(2)
  @Title("Trợ giúp")
  @FieldResolver(() => [AssistanceStatistics], {
    nullable: true,
    description:
      "What each program of assistance gave on the land of the unit during a year, by the program's code. Empty: nothing on record.",
  })
  assistance(
    @Ctx() context: RequestContext,
    @Root() { id }: AdministrativeUnitEntity,
    @Args(() => YearArgs) { year }: YearArgs,
  ): Promise<AssistanceStatistics[]> {
    checkedYear(year);
    return listAssistance(context, id, { fromYear: year, toYear: year });
  }

  @ListSize(20)
  @Cost(2)
  @Title("Trợ giúp trong giai đoạn", "Assistance in the period")
  @FieldResolver(() => [AssistanceStatistics], {
    nullable: true,
    description:
      "The same over several years. A recipient counts once, also after receiving something in several of these years. So the number may be less than the sum of the years.",
  })
  assistanceInPeriod(
    @Ctx() context: RequestContext,
    @Root() { id }: AdministrativeUnitEntity,
    @Args(() => PeriodArgs) args: PeriodArgs,
  ): Promise<AssistanceStatistics[]> {
    return listAssistance(context, id, checkedPeriod(args));
  }
}

@Resolver(() => AssistanceStatistics)
export class AssistanceStatisticsResolver {
  @Title("Chương trình trợ giúp", "Assistance program")
  @FieldResolver(() => AssistanceProgramEntity, { description: "The program." })
  program(
    @Ctx() context: RequestContext,
    @Root() { programCode }: AssistanceStatistics,
  ): Promise<AssistanceProgramEntity | null> {
    return context.load(assistanceProgramByCode, programCode);
  }
}
