import { ListSize } from "@an-sinh/subgraph-kit/federation/costs";
import type { RequestContext } from "@an-sinh/subgraph-kit/context";
import { Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import { CreditProgramEntity } from "../credit-program/credit-program.entity.js";
import { programById } from "../credit-program/credit-program.loaders.js";
import { programsInPeriod } from "./credit-period.loaders.js";
import { CreditPeriodStatistics, CreditProgramPeriod } from "./credit-period.type.js";

@Resolver(() => CreditPeriodStatistics)
export class CreditPeriodStatisticsResolver {
  @ListSize(25)
  @FieldResolver(() => [CreditProgramPeriod], {
    description: "By program, for each that lent in the period. Empty: none did.",
  })
  programs(
    @Ctx() context: RequestContext,
    @Root() { unitId, fromYear, toYear, lenderKind }: CreditPeriodStatistics,
  ): Promise<CreditProgramPeriod[]> {
    return context.load(programsInPeriod, unitId, { fromYear, toYear, lenderKind });
  }
}

@Resolver(() => CreditProgramPeriod)
export class CreditProgramPeriodResolver {
  @FieldResolver(() => CreditProgramEntity, { description: "The program." })
  program(
    @Ctx() context: RequestContext,
    @Root() { programId }: CreditProgramPeriod,
  ): Promise<CreditProgramEntity | null> {
    return context.load(programById, programId);
  }
}
