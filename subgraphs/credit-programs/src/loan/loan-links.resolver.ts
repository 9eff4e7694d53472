import type { RequestContext } from "@an-sinh/subgraph-kit/context";
import { Title } from "@an-sinh/subgraph-kit/federation/titles";
import { Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import { CreditProgramEntity } from "../credit-program/credit-program.entity.js";
import { programById } from "../credit-program/credit-program.loaders.js";
import { Household } from "../external/household.stub.js";
import { Person } from "../external/person.stub.js";
import { SocialHousingProject } from "../external/social-housing-project.stub.js";
import { SavingsGroupEntity } from "../savings-group/savings-group.entity.js";
import { savingsGroupById } from "../savings-group/savings-group.loaders.js";
import { TransactionOfficeEntity } from "../transaction-office/transaction-office.entity.js";
import { transactionOfficeById } from "../transaction-office/transaction-office.loaders.js";
import { LoanEntity } from "./loan.entity.js";

/** The fields of a loan that lead to what it refers to, here and in other departments. */
@Resolver(() => LoanEntity)
export class LoanLinksResolver {
  @Title("Chương trình tín dụng", "Credit program")
  @FieldResolver(() => CreditProgramEntity, { description: "The program under which it was lent." })
  program(
    @Ctx() context: RequestContext,
    @Root() { programId }: LoanEntity,
  ): Promise<CreditProgramEntity | null> {
    return context.load(programById, programId);
  }

  @Title("Hộ gia đình")
  @FieldResolver(() => Household, {
    nullable: true,
    description: "The household that owes it. Null: another borrower does.",
  })
  household(@Root() { householdId }: LoanEntity): Household | null {
    return householdId === null ? null : { id: householdId };
  }

  @Title("Người vay")
  @FieldResolver(() => Person, {
    nullable: true,
    description: "The person who signed for it. Null: a developer borrowed.",
  })
  borrower(@Root() { borrowerId }: LoanEntity): Person | null {
    return borrowerId === null ? null : { id: borrowerId };
  }

  @Title("Dự án nhà ở xã hội", "Social housing project")
  @FieldResolver(() => SocialHousingProject, {
    nullable: true,
    description: "The social housing project that it builds or buys from. Null: it is for something else.",
  })
  project(@Root() { projectId }: LoanEntity): SocialHousingProject | null {
    return projectId === null ? null : { id: projectId };
  }

  @Title("Tổ tiết kiệm và vay vốn")
  @FieldResolver(() => SavingsGroupEntity, {
    nullable: true,
    description: "The savings-and-credit group that it was lent through. Null: the bank lent directly.",
  })
  async savingsGroup(
    @Ctx() context: RequestContext,
    @Root() { savingsGroupId }: LoanEntity,
  ): Promise<SavingsGroupEntity | null> {
    return savingsGroupId === null ? null : context.load(savingsGroupById, savingsGroupId);
  }

  @Title("Phòng giao dịch")
  @FieldResolver(() => TransactionOfficeEntity, {
    nullable: true,
    description: "The policy bank's office that disbursed it. Null: a commercial bank lends.",
  })
  async transactionOffice(
    @Ctx() context: RequestContext,
    @Root() { transactionOfficeId }: LoanEntity,
  ): Promise<TransactionOfficeEntity | null> {
    return transactionOfficeId === null ? null : context.load(transactionOfficeById, transactionOfficeId);
  }
}
