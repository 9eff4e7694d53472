import type { RequestContext } from "@an-sinh/subgraph-kit/context";
import { DateScalar } from "@an-sinh/subgraph-kit/scalars";
import { Arg, Ctx, Query, Resolver } from "type-graphql";
import { listCareNorms } from "./care-norm.service.js";
import { CareNorm } from "./care-norm.type.js";

@Resolver(() => CareNorm)
export class CareNormResolver {
  @Query(() => [CareNorm], {
    nullable: true,
    description:
      "What convalescence, gifts and one-off benefits for people with meritorious service are worth on a day.",
  })
  meritoriousCareNorms(
    @Ctx() context: RequestContext,
    @Arg("on", () => DateScalar, { nullable: true, description: "The day. Null: today." }) on: string | null,
  ): Promise<CareNorm[]> {
    return listCareNorms(context, on ?? context.today);
  }
}
