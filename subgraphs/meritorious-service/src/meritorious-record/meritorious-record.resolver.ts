import { Cost } from "@an-sinh/subgraph-kit/federation/costs";
import { Paged } from "@an-sinh/subgraph-kit/pagination/paged";
import type { RequestContext } from "@an-sinh/subgraph-kit/context";
import { RequiresScopes } from "@an-sinh/subgraph-kit/federation/requires-scopes";
import { Title } from "@an-sinh/subgraph-kit/federation/titles";
import type { Page } from "@an-sinh/subgraph-kit/pagination/connection";
import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from "type-graphql";
import { Person } from "../external/person.stub.js";
import { MeritoriousCategoryEntity } from "../meritorious-category/meritorious-category.entity.js";
import { getCategory } from "../meritorious-category/meritorious-category.service.js";
import { ResponsibleAgencyEntity } from "../responsible-agency/responsible-agency.entity.js";
import { findAgency } from "../responsible-agency/responsible-agency.service.js";
import { MeritoriousRecordEntity } from "./meritorious-record.entity.js";
import { MeritoriousRecordConnection, MeritoriousRecordsArgs } from "./meritorious-record.inputs.js";
import { recordById } from "./meritorious-record.loaders.js";
import { listRecords } from "./meritorious-record.service.js";

@Resolver(() => MeritoriousRecordEntity)
export class MeritoriousRecordResolver {
  @Query(() => MeritoriousRecordEntity, {
    nullable: true,
    description: "The record with this id. Null: there is none.",
  })
  meritoriousRecord(
    @Ctx() context: RequestContext,
    @Arg("id", () => ID, { description: "The record's id." }) id: string,
  ): Promise<MeritoriousRecordEntity | null> {
    return context.load(recordById, id);
  }

  @Paged()
  @Cost(20)
  @RequiresScopes("meritorious:read")
  @Query(() => MeritoriousRecordConnection, {
    nullable: true,
    description:
      "Records of people with meritorious service and of their relatives. Those kept in one locality follow each other.",
  })
  meritoriousRecords(
    @Ctx() context: RequestContext,
    @Args(() => MeritoriousRecordsArgs) args: MeritoriousRecordsArgs,
  ): Promise<Page<MeritoriousRecordEntity>> {
    return listRecords(context, args);
  }

  @Title("Người")
  @FieldResolver(() => Person, { nullable: true, description: "The person who is recognized." })
  person(@Root() { personId }: MeritoriousRecordEntity): Person {
    return { id: personId };
  }

  @Title("Diện đối tượng")
  @FieldResolver(() => MeritoriousCategoryEntity, { description: "What the person is recognized as." })
  category(
    @Ctx() context: RequestContext,
    @Root() { categoryId }: MeritoriousRecordEntity,
  ): Promise<MeritoriousCategoryEntity> {
    return getCategory(context, categoryId);
  }

  @Title("Thân nhân của")
  @FieldResolver(() => MeritoriousRecordEntity, {
    nullable: true,
    description:
      "The record of the person with meritorious service whose relative this person is. Null: this person is recognized for their own service.",
  })
  relativeOf(
    @Ctx() context: RequestContext,
    @Root() { relativeOfId }: MeritoriousRecordEntity,
  ): Promise<MeritoriousRecordEntity | null> | null {
    return relativeOfId === null ? null : context.load(recordById, relativeOfId);
  }

  @Title("Cơ quan phụ trách")
  @FieldResolver(() => ResponsibleAgencyEntity, {
    nullable: true,
    description: "The agency that keeps the record today. Null: none is on record.",
  })
  responsibleAgency(@Ctx() context: RequestContext): Promise<ResponsibleAgencyEntity | null> {
    return findAgency(context, context.today);
  }
}
