import type { RequestContext } from "@an-sinh/kit/context";
import { Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import { TransactionOfficeEntity } from "../transaction-office/transaction-office.entity.js";
import { transactionOfficeById } from "../transaction-office/transaction-office.loaders.js";
import { SavingsGroupEntity } from "./savings-group.entity.js";

@Resolver(() => SavingsGroupEntity)
export class SavingsGroupResolver {
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
