import { ListSize } from "@an-sinh/subgraph-kit/federation/costs";
import type { RequestContext } from "@an-sinh/subgraph-kit/context";
import { Title } from "@an-sinh/subgraph-kit/federation/titles";
import { DateScalar } from "@an-sinh/subgraph-kit/scalars";
import { Arg, Ctx, FieldResolver, Query, Resolver, Root } from "type-graphql";
import { MeritoriousCategoryEntity } from "../meritorious-category/meritorious-category.entity.js";
import { listAllCategories } from "../meritorious-category/meritorious-category.loaders.js";
import { listCareNorms } from "./care-norm.service.js";
import { CareNorm } from "./care-norm.type.js";

@Resolver(() => CareNorm)
export class CareNormResolver {
  @ListSize(15)
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

  @ListSize(8)
  @Title("Diện đối tượng")
  @FieldResolver(() => [MeritoriousCategoryEntity], {
    nullable: true,
    description: "The categories that it is for. Null: for all that no earlier norm of the kind is for.",
  })
  async categories(
    @Ctx() context: RequestContext,
    @Root() { categoryIds }: CareNorm,
  ): Promise<MeritoriousCategoryEntity[] | null> {
    if (categoryIds === null) return null;
    const categories = await listAllCategories(context);
    return categories.filter(({ id }) => categoryIds.includes(id));
  }
}
