import { ListSize } from "@an-sinh/subgraph-kit/federation/costs";
import type { RequestContext } from "@an-sinh/subgraph-kit/context";
import { Title } from "@an-sinh/subgraph-kit/federation/titles";
import { Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import { Household } from "../external/household.stub.js";
import { HousingGrantEntity } from "./housing-grant.entity.js";
import { grantsOfHousehold } from "./housing-grant.loaders.js";

@Resolver(() => Household)
export class HouseholdGrantsResolver {
  @ListSize(2)
  @Title("Hỗ trợ nhà ở cho người có công", "Housing grants for meritorious service")
  @FieldResolver(() => [HousingGrantEntity], {
    nullable: true,
    description:
      "What the household was granted to build or repair its house because of a member's meritorious service, the earliest first. Empty: nothing. The housing department's supports are in housingSupports.",
  })
  housingGrants(@Ctx() context: RequestContext, @Root() { id }: Household): Promise<HousingGrantEntity[]> {
    return context.load(grantsOfHousehold, id);
  }
}
