import type { RequestContext } from "@an-sinh/subgraph-kit/context";
import { Title } from "@an-sinh/subgraph-kit/federation/titles";
import { Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import { CreditProgramEntity } from "../credit-program/credit-program.entity.js";
import { programById } from "../credit-program/credit-program.loaders.js";
import { CreditProgramStatistics } from "./credit-statistics.type.js";

@Resolver(() => CreditProgramStatistics)
export class CreditProgramStatisticsResolver {
  @Title("Chương trình tín dụng", "Credit program")
  @FieldResolver(() => CreditProgramEntity, { description: "The program." })
  program(
    @Ctx() context: RequestContext,
    @Root() { programId }: CreditProgramStatistics,
  ): Promise<CreditProgramEntity | null> {
    return context.load(programById, programId);
  }
}
