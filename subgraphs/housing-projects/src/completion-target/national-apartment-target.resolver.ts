import { ListSize } from "@an-sinh/subgraph-kit/federation/costs";
import type { RequestContext } from "@an-sinh/subgraph-kit/context";
import { Ctx, Query, Resolver } from "type-graphql";
import { nationalTargets } from "./completion-target.loaders.js";
import { NationalApartmentTargetEntity } from "./national-apartment-target.entity.js";

@Resolver(() => NationalApartmentTargetEntity)
export class NationalApartmentTargetResolver {
  @ListSize(10)
  @Query(() => [NationalApartmentTargetEntity], {
    nullable: true,
    description:
      "The targets of the project of at least one million apartments for people with low income and workers of industrial parks, in the order of their first and last years (Decision 338/QD-TTg of 2023, Decision 444/QD-TTg of 2025).",
  })
  nationalApartmentTargets(
    @Ctx() context: RequestContext,
  ): Promise<readonly NationalApartmentTargetEntity[]> {
    return nationalTargets(context);
  }
}
