import type { RequestContext } from "@an-sinh/subgraph-kit/context";
import { Title } from "@an-sinh/subgraph-kit/federation/titles";
import { Arg, Ctx, FieldResolver, ID, Query, Resolver, Root } from "type-graphql";
import { AdministrativeUnitEntity } from "../administrative-unit/administrative-unit.entity.js";
import { unitById } from "../administrative-unit/administrative-unit.loaders.js";
import { HouseholdEntity } from "./household.entity.js";
import { householdById } from "./household.loaders.js";

@Resolver(() => HouseholdEntity)
export class HouseholdResolver {
  @Query(() => HouseholdEntity, {
    nullable: true,
    description: "The household with this id. Null: there is none.",
  })
  household(
    @Ctx() context: RequestContext,
    @Arg("id", () => ID, { description: "The household's id." }) id: string,
  ): Promise<HouseholdEntity | null> {
    return context.load(householdById, id);
  }

  @Title("Đơn vị hành chính")
  @FieldResolver(() => AdministrativeUnitEntity, {
    nullable: true,
    description: "The commune that the household lives in, as of today. Null: it is not on record.",
  })
  administrativeUnit(
    @Ctx() context: RequestContext,
    @Root() { communeId }: HouseholdEntity,
  ): Promise<AdministrativeUnitEntity | null> {
    return context.load(unitById, communeId);
  }
}
