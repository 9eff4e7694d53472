import { ListSize } from "@an-sinh/subgraph-kit/federation/costs";
import type { RequestContext } from "@an-sinh/subgraph-kit/context";
import { Title } from "@an-sinh/subgraph-kit/federation/titles";
import { Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import { CreditProgramEntity } from "./credit-program.entity.js";
import { programById } from "./credit-program.loaders.js";
import { listPreferredRates } from "./credit-terms.service.js";
import { CreditTerms } from "./credit-terms.type.js";
import { PreferredRate } from "./preferred-rate.type.js";

@Resolver(() => CreditTerms)
export class CreditTermsResolver {
  @Title("Lãi suất cơ sở", "Program of the base rate")
  @FieldResolver(() => CreditProgramEntity, {
    nullable: true,
    description:
      "The program whose rate this one follows. Null: the rate is set as a number, or not on record.",
  })
  async rateBase(
    @Ctx() context: RequestContext,
    @Root() { rateBaseProgramId }: CreditTerms,
  ): Promise<CreditProgramEntity | null> {
    return rateBaseProgramId === null ? null : context.load(programById, rateBaseProgramId);
  }

  @ListSize(5)
  @Title("Lãi suất ưu đãi riêng")
  @FieldResolver(() => [PreferredRate], {
    nullable: true,
    description: "The lower rates in force on the day of the terms, by borrowers. Empty: none is on record.",
  })
  preferredRates(@Ctx() context: RequestContext, @Root() terms: CreditTerms): Promise<PreferredRate[]> {
    return listPreferredRates(context, terms);
  }
}

@Resolver(() => PreferredRate)
export class PreferredRateResolver {
  @Title("Lãi suất cơ sở", "Program of the base rate")
  @FieldResolver(() => CreditProgramEntity, {
    nullable: true,
    description: "The program whose rate it follows.",
  })
  rateBase(
    @Ctx() context: RequestContext,
    @Root() { rateBaseProgramId }: PreferredRate,
  ): Promise<CreditProgramEntity | null> {
    return context.load(programById, rateBaseProgramId);
  }
}
