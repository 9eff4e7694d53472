import type { RequestContext } from "@an-sinh/subgraph-kit/context";
import type { SubgraphDefinition } from "@an-sinh/subgraph-kit/federation/subgraph";
import { Ctx, Int, Query, Resolver } from "type-graphql";
import { HouseEntity, houses } from "./houses.js";

/** What happens while a call has read the rooms and has not answered. */
export const meanwhile: { work: (() => Promise<unknown>) | undefined } = { work: undefined };

@Resolver()
class RoomsResolver {
  @Query(() => Int)
  async rooms(@Ctx() context: RequestContext): Promise<number> {
    const query = context.statistics(HouseEntity, "house").select("SUM(house.rooms)", "rooms");
    const [sum] = await query.getRawMany<{ rooms: unknown }>();
    await meanwhile.work?.();
    return Number(sum?.rooms);
  }
}

/** The department of houses, which says how many rooms they have together. */
export const housesWithRooms: SubgraphDefinition = {
  ...houses,
  resolvers: [...houses.resolvers, RoomsResolver],
};
