import { ListSize } from "@an-sinh/subgraph-kit/federation/costs";
import type { RequestContext } from "@an-sinh/subgraph-kit/context";
import { Title } from "@an-sinh/subgraph-kit/federation/titles";
import { Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import { CreditProgramEntity } from "../credit-program/credit-program.entity.js";
import { programById } from "../credit-program/credit-program.loaders.js";
import { lentByProgram } from "./credit-period.service.js";
import { CreditPeriodStatistics, CreditProgramPeriod } from "./credit-period.type.js";

@Resolver(() => CreditPeriodStatistics)
export class CreditPeriodStatisticsResolver {
  @ListSize(25)
  @Title("Chương trình tín dụng", "Credit programs")
  @FieldResolver(() => [CreditProgramPeriod], {
    description:
      "By program, for each that lent in the period, and for each of which that is withheld. Empty: none did.",
  })
  programs(
    @Ctx() context: RequestContext,
    @Root() { unitId, fromYear, toYear, lenderKind }: CreditPeriodStatistics,
  ): Promise<CreditProgramPeriod[]> {
    return lentByProgram(context, unitId, { fromYear, toYear, lenderKind });
  }
}

@Resolver(() => CreditProgramPeriod)
export class CreditProgramPeriodResolver {
  @Title("Chương trình tín dụng", "Credit program")
  @FieldResolver(() => CreditProgramEntity, { description: "The program." })
  program(
    @Ctx() context: RequestContext,
    @Root() { programId }: CreditProgramPeriod,
  ): Promise<CreditProgramEntity | null> {
    return context.load(programById, programId);
  }
}
