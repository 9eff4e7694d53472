import { ListSize } from "@an-sinh/subgraph-kit/federation/costs";
import type { RequestContext } from "@an-sinh/subgraph-kit/context";
import { RequiresScopes } from "@an-sinh/subgraph-kit/federation/requires-scopes";
import { Title } from "@an-sinh/subgraph-kit/federation/titles";
import { Arg, Ctx, Directive, FieldResolver, Resolver, Root } from "type-graphql";
import { Household } from "../external/household.stub.js";
import { MeritoriousMemberFilter } from "./member-filter.inputs.js";
import { filterMembers } from "./member-filter.service.js";
import { MeritoriousRecordEntity } from "./meritorious-record.entity.js";
import { includesMeritoriousMember, listRecordsOfMembers } from "./meritorious-record.service.js";

@Resolver(() => Household)
export class HouseholdRecordsResolver {
  @RequiresScopes("meritorious:read", "persons:read")
  @Directive('@requires(fields: "members { id }")')
  @ListSize(2)
  @Title("Thành viên là người có công")
  @FieldResolver(() => [MeritoriousRecordEntity], {
    nullable: true,
    description:
      "The records of the household's members, of any status, in the order of the members: of people recognized for their own service and of relatives. Empty: no member has a record.",
  })
  async meritoriousMembers(
    @Ctx() context: RequestContext,
    @Root() household: Household,
    @Arg("filter", () => MeritoriousMemberFilter, {
      nullable: true,
      description: "Which of the records to list. Null: all.",
    })
    filter: MeritoriousMemberFilter | null,
  ): Promise<MeritoriousRecordEntity[]> {
    const records = await listRecordsOfMembers(context, household);
    return filter ? filterMembers(context, records, filter) : records;
  }

  @RequiresScopes("meritorious:read", "persons:read")
  @Directive('@requires(fields: "members { id }")')
  @Title("Gia đình người có công", "Meritorious family")
  @FieldResolver(() => Boolean, {
    nullable: true,
    description:
      "Whether a member has a record that is in force today, for the member's own service or as a relative.",
  })
  isMeritoriousFamily(@Ctx() context: RequestContext, @Root() household: Household): Promise<boolean> {
    return includesMeritoriousMember(context, household);
  }
}
