import { ListSize } from "@an-sinh/subgraph-kit/federation/costs";
import type { RequestContext } from "@an-sinh/subgraph-kit/context";
import { Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import { Household } from "../external/household.stub.js";
import { FundingShareEntity } from "./funding-share.entity.js";
import { HousingSupportEntity } from "./housing-support.entity.js";
import { sharesOfSupport } from "./housing-support.loaders.js";

@Resolver(() => HousingSupportEntity)
export class HousingSupportResolver {
  @FieldResolver(() => Household, { nullable: true, description: "The household that received it." })
  household(@Root() { householdId }: HousingSupportEntity): Household {
    return { id: householdId };
  }

  @ListSize(4)
  @FieldResolver(() => [FundingShareEntity], {
    description: "Who pays how much, the largest share first. The shares add up to the amount.",
  })
  sources(
    @Ctx() context: RequestContext,
    @Root() { id }: HousingSupportEntity,
  ): Promise<FundingShareEntity[]> {
    return context.load(sharesOfSupport, id);
  }
}
