import { Cost } from "@an-sinh/subgraph-kit/federation/costs";
import { Paged } from "@an-sinh/subgraph-kit/pagination/paged";
import type { RequestContext } from "@an-sinh/subgraph-kit/context";
import { RequiresScopes } from "@an-sinh/subgraph-kit/federation/requires-scopes";
import type { Page } from "@an-sinh/subgraph-kit/pagination/connection";
import { Args, Ctx, Query, Resolver } from "type-graphql";
import type { HouseholdEntity } from "../household/household.entity.js";
import { HouseholdConnection, HouseholdsArgs } from "./household-list.inputs.js";
import { listHouseholds } from "./household-list.service.js";

@Resolver()
export class HouseholdListResolver {
  @Paged()
  @Cost(20)
  @RequiresScopes("households:read")
  @Query(() => HouseholdConnection, { nullable: true, description: "Households on the register." })
  households(
    @Ctx() context: RequestContext,
    @Args(() => HouseholdsArgs) args: HouseholdsArgs,
  ): Promise<Page<HouseholdEntity>> {
    return listHouseholds(context, args);
  }
}
