import type { RequestContext } from "@an-sinh/subgraph-kit/context";
import { percent } from "@an-sinh/subgraph-kit/shares";
import { Ctx, FieldResolver, Float, Int, Resolver, Root } from "type-graphql";
import { CreditProgramEntity } from "../credit-program/credit-program.entity.js";
import { programById } from "../credit-program/credit-program.loaders.js";
import { borrowingHouseholds } from "./credit-statistics.loaders.js";
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
    return borrowingHouseholds(context, unitId, year);
  }

  @FieldResolver(() => Float, {
    nullable: true,
    description:
      "What is overdue with the policy bank in percent of what is outstanding with it, to three decimals: 0.25 means 0.25 %. Loans of commercial banks are not in it, though `outstanding` and `overdue` have them. 0 when nothing was outstanding with the policy bank.",
  })
  async overdueRatePercent(
    @Ctx() context: RequestContext,
    @Root() { programs }: CreditStatistics,
  ): Promise<number> {
    const found = await Promise.all(programs.map(({ programId }) => context.load(programById, programId)));
    const ofPolicyBank = programs.filter((_, index) => found[index]?.lenderKind === "POLICY_BANK");
    const sum = (figure: "overdue" | "outstanding") =>
      ofPolicyBank.reduce((total, program) => total + program[figure], 0);
    return percent(sum("overdue"), sum("outstanding"));
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
