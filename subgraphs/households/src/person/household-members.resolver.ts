import { ListSize } from "@an-sinh/subgraph-kit/federation/costs";
import type { RequestContext } from "@an-sinh/subgraph-kit/context";
import { Title } from "@an-sinh/subgraph-kit/federation/titles";
import { Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import { HouseholdEntity } from "../household/household.entity.js";
import { PersonEntity } from "./person.entity.js";
import { membersOfHousehold, personById } from "./person.loaders.js";

@Resolver(() => HouseholdEntity)
export class HouseholdMembersResolver {
  @Title("Chủ hộ", "Head of household")
  @FieldResolver(() => PersonEntity, {
    nullable: true,
    description: "The head of the household. Null: not recorded.",
  })
  head(
    @Ctx() context: RequestContext,
    @Root() { headId }: HouseholdEntity,
  ): Promise<PersonEntity | null> | null {
    return headId === null ? null : context.load(personById, headId);
  }

  @ListSize(5)
  @Title("Thành viên hộ")
  @FieldResolver(() => [PersonEntity], {
    nullable: true,
    description: "All members on record, living and dead, in the order in which they were registered.",
  })
  members(@Ctx() context: RequestContext, @Root() { id }: HouseholdEntity): Promise<PersonEntity[]> {
    return context.load(membersOfHousehold, id);
  }
}
