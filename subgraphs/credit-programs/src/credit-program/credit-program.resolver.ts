import { ListSize } from "@an-sinh/subgraph-kit/federation/costs";
import type { RequestContext } from "@an-sinh/subgraph-kit/context";
import { Title } from "@an-sinh/subgraph-kit/federation/titles";
import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from "type-graphql";
import { CreditProgramEntity } from "./credit-program.entity.js";
import { CreditProgramArgs, CreditProgramsArgs, CreditTermsArgs } from "./credit-program.inputs.js";
import { programByCode, programById } from "./credit-program.loaders.js";
import { listPrograms } from "./credit-program.service.js";
import { findTerms, listTerms } from "./credit-terms.service.js";
import { CreditTerms } from "./credit-terms.type.js";

@Resolver(() => CreditProgramEntity)
export class CreditProgramResolver {
  @Query(() => CreditProgramEntity, {
    nullable: true,
    description: "The credit program with this id. Null: there is none.",
  })
  creditProgramById(
    @Ctx() context: RequestContext,
    @Arg("id", () => ID, { description: "The credit program's id." }) id: string,
  ): Promise<CreditProgramEntity | null> {
    return context.load(programById, id);
  }

  @Query(() => CreditProgramEntity, {
    nullable: true,
    description: "The credit program with this code. Null: there is none.",
  })
  creditProgram(
    @Ctx() context: RequestContext,
    @Args(() => CreditProgramArgs) { code }: CreditProgramArgs,
  ): Promise<CreditProgramEntity | null> {
    return context.load(programByCode, code);
  }

  @ListSize(30)
  @Query(() => [CreditProgramEntity], { nullable: true, description: "The credit programs, by code." })
  creditPrograms(
    @Ctx() context: RequestContext,
    @Args(() => CreditProgramsArgs) args: CreditProgramsArgs,
  ): Promise<CreditProgramEntity[]> {
    return listPrograms(context, args);
  }

  @Title("Điều kiện cho vay")
  @FieldResolver(() => CreditTerms, {
    nullable: true,
    description: "The terms on which the program lends. Null: none are on record for that day.",
  })
  terms(
    @Ctx() context: RequestContext,
    @Root() { id }: CreditProgramEntity,
    @Args(() => CreditTermsArgs) { on }: CreditTermsArgs,
  ): Promise<CreditTerms | null> {
    return findTerms(context, id, on ?? context.today);
  }

  @ListSize(5)
  @Title("Điều kiện cho vay qua các thời kỳ")
  @FieldResolver(() => [CreditTerms], {
    description: "All terms on record, the earliest first. Empty: no terms are on record.",
  })
  termsHistory(@Ctx() context: RequestContext, @Root() { id }: CreditProgramEntity): Promise<CreditTerms[]> {
    return listTerms(context, id);
  }
}
