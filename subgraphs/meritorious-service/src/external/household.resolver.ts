import type { RequestContext } from "@an-sinh/subgraph-kit/context";
import { Arg, Ctx, Directive, FieldResolver, Resolver, Root } from "type-graphql";
import { HousingGrantEntity } from "../housing-grant/housing-grant.entity.js";
import { grantsOfHousehold } from "../housing-grant/housing-grant.loaders.js";
import { MeritoriousRecordEntity } from "../meritorious-record/meritorious-record.entity.js";
import { MeritoriousMemberFilter } from "../meritorious-record/member-filter.inputs.js";
import { filterMembers } from "../meritorious-record/member-filter.service.js";
import { listRecordsOfPersons } from "../meritorious-record/meritorious-record.service.js";
import { Household } from "./household.type.js";

@Resolver(() => Household)
export class HouseholdResolver {
  @Directive('@requires(fields: "members { id }")')
  @FieldResolver(() => [MeritoriousRecordEntity], {
    description:
      "The records of its members, whatever their status, in the order of the members: those recognized for their own service and relatives. Empty: none.",
  })
  async meritoriousMembers(
    @Ctx() context: RequestContext,
    @Root() { members = [] }: Household,
    @Arg("filter", () => MeritoriousMemberFilter, {
      nullable: true,
      description: "Which of the records to list. Null: all.",
    })
    filter: MeritoriousMemberFilter | null,
  ): Promise<MeritoriousRecordEntity[]> {
    const ids = members.map(({ id }) => id);
    const records = await listRecordsOfPersons(context, ids);
    return filter ? filterMembers(context, records, filter) : records;
  }

  @FieldResolver(() => [HousingGrantEntity], {
    description:
      "What the household was granted to build or repair its house for a member's meritorious service, the earliest first. Empty: nothing. The housing department's supports are in housingSupports.",
  })
  housingGrants(@Ctx() context: RequestContext, @Root() { id }: Household): Promise<HousingGrantEntity[]> {
    return context.load(grantsOfHousehold, id);
  }
}
