import type { RequestContext } from "@an-sinh/subgraph-kit/context";
import { Ctx, FieldResolver, Int, Resolver, Root } from "type-graphql";
import { CreditProgramEntity } from "../credit-program/credit-program.entity.js";
import { programById } from "../credit-program/credit-program.loaders.js";
import { borrowingHouseholdsOfUnit } from "./credit-statistics.loaders.js";
import { CreditProgramStatistics, CreditStatistics } from "./credit-statistics.type.js";

@Resolver(() => CreditStatistics)
export class CreditStatisticsResolver {
  @FieldResolver(() => Int, {
    description:
      "How many households have something outstanding on 31 December. One that borrows under several programs counts once.",
  })
  borrowingHouseholds(
    @Ctx() context: RequestContext,
    @Root() { unitId, year }: CreditStatistics,
  ): Promise<number> {
    return context.load(borrowingHouseholdsOfUnit, unitId, { year });
  }
}

@Resolver(() => CreditProgramStatistics)
export class CreditProgramStatisticsResolver {
  @FieldResolver(() => CreditProgramEntity, { description: "The program." })
  program(
    @Ctx() context: RequestContext,
    @Root() { programId }: CreditProgramStatistics,
  ): Promise<CreditProgramEntity | null> {
    return context.load(programById, programId);
  }
}
