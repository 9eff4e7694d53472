import { ListSize } from "@an-sinh/subgraph-kit/federation/costs";
import type { RequestContext } from "@an-sinh/subgraph-kit/context";
import { Title } from "@an-sinh/subgraph-kit/federation/titles";
import { Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import { Household } from "../external/household.stub.js";
import { FundingShareEntity } from "./funding-share.entity.js";
import { HousingSupportEntity } from "./housing-support.entity.js";
import { sharesOfSupport } from "./housing-support.loaders.js";

@Resolver(() => HousingSupportEntity)
export class HousingSupportResolver {
  @Title("Hộ gia đình")
  @FieldResolver(() => Household, { nullable: true, description: "The household that received it." })
  household(@Root() { householdId }: HousingSupportEntity): Household {
    return { id: householdId };
  }

  @ListSize(4)
  @Title("Nguồn kinh phí", "Sources of funds")
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
