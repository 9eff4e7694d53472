import { ListSize } from "@an-sinh/subgraph-kit/federation/costs";
import type { RequestContext } from "@an-sinh/subgraph-kit/context";
import { required } from "@an-sinh/subgraph-kit/federation/required";
import { RequiresScopes } from "@an-sinh/subgraph-kit/federation/requires-scopes";
import { Title } from "@an-sinh/subgraph-kit/federation/titles";
import { Ctx, Directive, FieldResolver, Resolver, Root } from "type-graphql";
import { Person } from "../external/person.stub.js";
import { MeritoriousRecordEntity } from "./meritorious-record.entity.js";
import { recordsOfPerson } from "./meritorious-record.loaders.js";
import { includesWarInvalidOrMartyr } from "./meritorious-record.service.js";

@Resolver(() => Person)
export class PersonRecordsResolver {
  @ListSize(2)
  @Title("Hồ sơ người có công")
  @FieldResolver(() => [MeritoriousRecordEntity], {
    nullable: true,
    description:
      "The person's records of meritorious service, of any status, in the order of recognition. Empty: none.",
  })
  meritoriousRecords(
    @Ctx() context: RequestContext,
    @Root() { id }: Person,
  ): Promise<MeritoriousRecordEntity[]> {
    return context.load(recordsOfPerson, id);
  }

  @RequiresScopes("meritorious:read")
  @Directive('@requires(fields: "parentIds")')
  @Title("Con thương binh, liệt sĩ")
  @FieldResolver(() => Boolean, {
    nullable: true,
    description:
      "Whether a parent is recognized as a war invalid, as a person treated like one, or as a martyr. A parent counts who is or was a member of the household, living or dead.",
  })
  isChildOfWarInvalidOrMartyr(
    @Ctx() context: RequestContext,
    @Root() { parentIds }: Person,
  ): Promise<boolean> {
    return includesWarInvalidOrMartyr(context, required("parentIds", parentIds));
  }
}
