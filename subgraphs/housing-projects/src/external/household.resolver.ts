import type { RequestContext } from "@an-sinh/subgraph-kit/context";
import { Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import { HousingSupportEntity } from "../housing-support/housing-support.entity.js";
import { supportsOfHousehold } from "../housing-support/housing-support.loaders.js";
import { Household } from "./household.js";

@Resolver(() => Household)
export class HouseholdResolver {
  @FieldResolver(() => [HousingSupportEntity], {
    description:
      "What the household received to build or repair its house, earliest decision first. Empty: nothing.",
  })
  housingSupports(
    @Ctx() context: RequestContext,
    @Root() { id }: Household,
  ): Promise<HousingSupportEntity[]> {
    return context.load(supportsOfHousehold, id);
  }
}
