import { ListSize } from "@an-sinh/subgraph-kit/federation/costs";
import type { RequestContext } from "@an-sinh/subgraph-kit/context";
import { Title } from "@an-sinh/subgraph-kit/federation/titles";
import { Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import { Household } from "../external/household.stub.js";
import { HousingSupportEntity } from "./housing-support.entity.js";
import { supportsOfHousehold } from "./housing-support.loaders.js";

@Resolver(() => Household)
export class HouseholdSupportsResolver {
  @ListSize(2)
  @Title("Hỗ trợ nhà ở")
  @FieldResolver(() => [HousingSupportEntity], {
    nullable: true,
    description:
      "What the household received to build or repair its house, the earliest decision first. Empty: nothing.",
  })
  housingSupports(
    @Ctx() context: RequestContext,
    @Root() { id }: Household,
  ): Promise<HousingSupportEntity[]> {
    return context.load(supportsOfHousehold, id);
  }
}
