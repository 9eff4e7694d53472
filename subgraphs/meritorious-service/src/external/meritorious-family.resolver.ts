import type { RequestContext } from "@an-sinh/subgraph-kit/context";
import { Ctx, Directive, FieldResolver, Resolver, Root } from "type-graphql";
import { listRecordsOfPersons } from "../meritorious-record/meritorious-record.service.js";
import { Household } from "./household.type.js";

/** What other departments' rules ask about a household. */
@Resolver(() => Household)
export class MeritoriousFamilyResolver {
  @Directive('@requires(fields: "members { id }")')
  @FieldResolver(() => Boolean, {
    description:
      "Whether a member has a record that is in force today: of meritorious service, or of a relative's.",
  })
  async isMeritoriousFamily(
    @Ctx() context: RequestContext,
    @Root() { members = [] }: Household,
  ): Promise<boolean> {
    const records = await listRecordsOfPersons(
      context,
      members.map(({ id }) => id),
    );
    return records.some(({ status }) => status === "IN_FORCE");
  }
}
