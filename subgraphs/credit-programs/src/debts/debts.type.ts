import { VndScalar } from "@an-sinh/subgraph-kit/scalars";
import { percent } from "@an-sinh/subgraph-kit/shares";
import { Field, Float, Int, ObjectType } from "type-graphql";
import { LoanStatus } from "../loan/loan.enums.js";
import { EntrustedOrganization } from "../savings-group/savings-group.enums.js";

@ObjectType({ description: "What is owed to the policy bank on 31 December of a year." })
export class Debt {
  @Field(() => Int, { description: "How many loans have something outstanding." })
  loans: number = 0;

  @Field(() => Int, { description: "How many households owe it. One with several of the loans counts once." })
  households: number = 0;

  @Field(() => VndScalar, { description: "The principal outstanding, overdue or not." })
  outstanding: number = 0;

  @Field(() => VndScalar, {
    description: "The part of it that was overdue. A part-overdue loan counts with that part only.",
  })
  overdue: number = 0;

  @Field(() => Float, {
    description:
      "Overdue in percent of outstanding, to three decimals: 0.25 means 0.25 %. 0 when nothing was outstanding.",
  })
  get overdueRatePercent(): number {
    return percent(this.overdue, this.outstanding);
  }
}

@ObjectType({ description: "What is owed on the loans with one status." })
export class DebtOfStatus extends Debt {
  @Field(() => LoanStatus, { description: "The status of the loans on 31 December." })
  status!: LoanStatus;
}

@ObjectType({ description: "What is owed through the groups of one entrusted organization." })
export class DebtOfOrganization extends Debt {
  @Field(() => EntrustedOrganization, {
    nullable: true,
    description: "The organization. Null: the bank lent directly.",
  })
  entrustedOrganization!: EntrustedOrganization | null;
}

@ObjectType({ description: "What is owed on the loans of one transaction office." })
export class DebtOfTransactionOffice extends Debt {
  transactionOfficeId!: string;
}

@ObjectType({ description: "What is owed through one savings-and-credit group." })
export class DebtOfSavingsGroup extends Debt {
  savingsGroupId!: string;
}

@ObjectType({
  description:
    "What is owed to the policy bank in a unit on 31 December of a year. Loans of commercial banks are not in it.",
})
export class DebtStatistics {
  unitId!: string;

  @Field(() => Int, { description: "The year: the debts are those of its 31 December." })
  year!: number;
}
