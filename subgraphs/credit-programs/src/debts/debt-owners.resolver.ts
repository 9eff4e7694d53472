import { Cost } from "@an-sinh/subgraph-kit/federation/costs";
import { checkedYear } from "@an-sinh/subgraph-kit/calendar";
import type { RequestContext } from "@an-sinh/subgraph-kit/context";
import { Title } from "@an-sinh/subgraph-kit/federation/titles";
import { YearArgs } from "@an-sinh/subgraph-kit/period-args";
import { Args, Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import { SavingsGroupEntity } from "../savings-group/savings-group.entity.js";
import { savingsGroupById } from "../savings-group/savings-group.loaders.js";
import { TransactionOfficeEntity } from "../transaction-office/transaction-office.entity.js";
import { transactionOfficeById } from "../transaction-office/transaction-office.loaders.js";
import { debtOfSavingsGroup } from "./debts.loaders.js";
import { Debt, DebtOfSavingsGroup, DebtOfTransactionOffice, toDebt } from "./debts.type.js";
import { debtOfOffice } from "./office-debts.service.js";

const debts = {
  description: "What is owed on 31 December of a year. A year without data gives zeros.",
};

@Resolver(() => SavingsGroupEntity)
export class SavingsGroupDebtsResolver {
  @Cost(10)
  @Title("Dư nợ của tổ")
  @FieldResolver(() => Debt, { ...debts, nullable: true })
  async debts(
    @Ctx() context: RequestContext,
    @Root() { id }: SavingsGroupEntity,
    @Args(() => YearArgs) { year }: YearArgs,
  ): Promise<Debt> {
    return toDebt(await context.load(debtOfSavingsGroup, id, { year: checkedYear(year) }));
  }
}

@Resolver(() => TransactionOfficeEntity)
export class TransactionOfficeDebtsResolver {
  @Cost(10)
  @Title("Dư nợ của phòng giao dịch")
  @FieldResolver(() => Debt, { ...debts, nullable: true })
  debts(
    @Ctx() context: RequestContext,
    @Root() office: TransactionOfficeEntity,
    @Args(() => YearArgs) { year }: YearArgs,
  ): Promise<Debt> {
    return debtOfOffice(context, office, checkedYear(year));
  }
}

@Resolver(() => DebtOfSavingsGroup)
export class DebtOfSavingsGroupResolver {
  @Title("Tổ tiết kiệm và vay vốn")
  @FieldResolver(() => SavingsGroupEntity, { description: "The group." })
  savingsGroup(
    @Ctx() context: RequestContext,
    @Root() { savingsGroupId }: DebtOfSavingsGroup,
  ): Promise<SavingsGroupEntity | null> {
    return context.load(savingsGroupById, savingsGroupId);
  }
}

@Resolver(() => DebtOfTransactionOffice)
export class DebtOfTransactionOfficeResolver {
  @Title("Phòng giao dịch")
  @FieldResolver(() => TransactionOfficeEntity, { description: "The office." })
  transactionOffice(
    @Ctx() context: RequestContext,
    @Root() { transactionOfficeId }: DebtOfTransactionOffice,
  ): Promise<TransactionOfficeEntity | null> {
    return context.load(transactionOfficeById, transactionOfficeId);
  }
}
