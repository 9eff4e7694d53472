import type { RequestContext } from "@an-sinh/kit/context";
import { Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import { CreditProgramEntity } from "../credit-program/credit-program.entity.js";
import { programById } from "../credit-program/credit-program.loaders.js";
import { CreditEligibility } from "./credit-eligibility.type.js";

@Resolver(() => CreditEligibility)
export class CreditEligibilityResolver {
  @FieldResolver(() => CreditProgramEntity, { description: "The programme." })
  program(
    @Ctx() context: RequestContext,
    @Root() { programId }: CreditEligibility,
  ): Promise<CreditProgramEntity | null> {
    return context.load(programById, programId);
  }
}
