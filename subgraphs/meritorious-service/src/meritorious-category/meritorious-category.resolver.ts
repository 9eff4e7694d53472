import { ListSize } from "@an-sinh/subgraph-kit/federation/costs";
import type { RequestContext } from "@an-sinh/subgraph-kit/context";
import { Arg, Ctx, Query, Resolver } from "type-graphql";
import { MeritoriousCategoryEntity } from "./meritorious-category.entity.js";
import { listCategories } from "./meritorious-category.service.js";

@Resolver(() => MeritoriousCategoryEntity)
export class MeritoriousCategoryResolver {
  @ListSize(40)
  @Query(() => [MeritoriousCategoryEntity], {
    nullable: true,
    description:
      "The twelve categories of people with meritorious service, in the order of Ordinance 02/2020/UBTVQH14, article 3.",
  })
  meritoriousCategories(
    @Ctx() context: RequestContext,
    @Arg("includeRelatives", () => Boolean, {
      defaultValue: false,
      description: "True: the category of their relatives is listed too, last.",
    })
    includeRelatives: boolean,
  ): Promise<MeritoriousCategoryEntity[]> {
    return listCategories(context, includeRelatives);
  }
}
