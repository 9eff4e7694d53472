import { Cost } from "@an-sinh/subgraph-kit/federation/costs";
import { Paged } from "@an-sinh/subgraph-kit/pagination/paged";
import type { RequestContext } from "@an-sinh/subgraph-kit/context";
import { RequiresScopes } from "@an-sinh/subgraph-kit/federation/requires-scopes";
import { Title } from "@an-sinh/subgraph-kit/federation/titles";
import type { Page } from "@an-sinh/subgraph-kit/pagination/connection";
import { Args, Ctx, FieldResolver, Query, Resolver, Root } from "type-graphql";
import { TransactionOfficeEntity } from "../transaction-office/transaction-office.entity.js";
import { transactionOfficeById } from "../transaction-office/transaction-office.loaders.js";
import { SavingsGroupEntity } from "./savings-group.entity.js";
import { SavingsGroupConnection, SavingsGroupsArgs } from "./savings-group.inputs.js";
import { listSavingsGroups } from "./savings-group.service.js";

@Resolver(() => SavingsGroupEntity)
export class SavingsGroupResolver {
  @Paged()
  @Cost(20)
  @RequiresScopes("credit:read")
  @Query(() => SavingsGroupConnection, {
    nullable: true,
    description: "Savings-and-credit groups, by place.",
  })
  savingsGroups(
    @Ctx() context: RequestContext,
    @Args(() => SavingsGroupsArgs) args: SavingsGroupsArgs,
  ): Promise<Page<SavingsGroupEntity>> {
    return listSavingsGroups(context, args);
  }

  @Title("Phòng giao dịch")
  @FieldResolver(() => TransactionOfficeEntity, {
    nullable: true,
    description: "The office that the group deals with. Null: not on record.",
  })
  transactionOffice(
    @Ctx() context: RequestContext,
    @Root() { transactionOfficeId }: SavingsGroupEntity,
  ): Promise<TransactionOfficeEntity | null> {
    return context.load(transactionOfficeById, transactionOfficeId);
  }
}
