import { ListSize } from "@an-sinh/subgraph-kit/federation/costs";
import type { RequestContext } from "@an-sinh/subgraph-kit/context";
import { Title } from "@an-sinh/subgraph-kit/federation/titles";
import { Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import { MeritoriousRecordEntity } from "../meritorious-record/meritorious-record.entity.js";
import { HousingGrantEntity } from "./housing-grant.entity.js";
import { grantsOfRecord } from "./housing-grant.loaders.js";

@Resolver(() => MeritoriousRecordEntity)
export class RecordGrantsResolver {
  @ListSize(2)
  @Title("Hỗ trợ nhà ở cho người có công", "Housing grants for meritorious service")
  @FieldResolver(() => [HousingGrantEntity], {
    description: "What the household was granted for its house because of this record, the earliest first.",
  })
  housingGrants(
    @Ctx() context: RequestContext,
    @Root() { id }: MeritoriousRecordEntity,
  ): Promise<HousingGrantEntity[]> {
    return context.load(grantsOfRecord, id);
  }
}
