import { CacheControl, maxAge } from "@an-sinh/subgraph-kit/federation/cache-control";
import { About, Title } from "@an-sinh/subgraph-kit/federation/titles";
import { VndScalar } from "@an-sinh/subgraph-kit/scalars";
import { shareOf } from "@an-sinh/subgraph-kit/shares";
import { withheldIfSmall, withheldInVietnamese } from "@an-sinh/territory/small-cells/cells";
import { Field, Float, Int, ObjectType } from "type-graphql";
import type { BalanceSums } from "../loan-balance/balance-sums.js";
import { LoanStatus } from "../loan/loan.enums.js";
import { EntrustedOrganization } from "../savings-group/savings-group.enums.js";

type ShownSums = { readonly [Name in keyof BalanceSums]: number | null };

@CacheControl({ maxAge: maxAge.statistics })
@ObjectType({ description: "What is owed to the policy bank on 31 December of a year." })
export class Debt {
  @About(`Số khoản vay còn dư nợ. ${withheldInVietnamese}`)
  @Title("Số khoản vay còn dư nợ", "Outstanding loans")
  @Field(() => Int, {
    nullable: true,
    description: `How many loans have something outstanding. ${withheldIfSmall}`,
  })
  loans: number | null = 0;

  @About(`Số hộ còn dư nợ. Hộ có nhiều khoản vay chỉ tính một lần. ${withheldInVietnamese}`)
  @Title("Số hộ còn dư nợ", "Borrowing households")
  @Field(() => Int, {
    nullable: true,
    description: `How many households owe it. One with several of the loans counts once. ${withheldIfSmall}`,
  })
  households: number | null = 0;

  @About(`Dư nợ gốc, gồm cả nợ quá hạn (đồng). ${withheldInVietnamese}`)
  @Title("Dư nợ")
  @Field(() => VndScalar, {
    nullable: true,
    description: `The principal outstanding, overdue or not. ${withheldIfSmall}`,
  })
  outstanding: number | null = 0;

  @About(
    `Phần nợ quá hạn trong dư nợ (đồng). Khoản vay quá hạn một phần chỉ tính phần quá hạn. ${withheldInVietnamese}`,
  )
  @Title("Nợ quá hạn")
  @Field(() => VndScalar, {
    nullable: true,
    description: `The part of it that was overdue. A part-overdue loan counts with that part only. ${withheldIfSmall}`,
  })
  overdue: number | null = 0;

  @About(
    `Tỷ lệ nợ quá hạn trên dư nợ (%), đến ba chữ số thập phân: 0,25 nghĩa là 0,25%. Bằng 0 nếu không có dư nợ. ${withheldInVietnamese}`,
  )
  @Title("Tỷ lệ nợ quá hạn (%)", "Overdue rate (%)")
  @Field(() => Float, {
    nullable: true,
    description: `Overdue in percent of outstanding, to three decimals: 0.25 means 0.25 %. 0 when nothing was outstanding. ${withheldIfSmall}`,
  })
  get overdueRatePercent(): number | null {
    return shareOf(this.overdue, this.outstanding);
  }
}

/** What is owed, as a caller may see it. */
export const toDebt = ({ loans, households, outstanding, overdue }: ShownSums): Debt =>
  Object.assign(new Debt(), { loans, households, outstanding, overdue });

@CacheControl({ maxAge: maxAge.statistics })
@ObjectType({ description: "What is owed on the loans with one status." })
export class DebtOfStatus extends Debt {
  @Title("Tình trạng khoản vay", "Status of loans")
  @Field(() => LoanStatus, { description: "The status of the loans on 31 December." })
  status!: LoanStatus;
}

@CacheControl({ maxAge: maxAge.statistics })
@ObjectType({ description: "What is owed through the groups of one entrusted organization." })
export class DebtOfOrganization extends Debt {
  @About("Tổ chức chính trị - xã hội nhận ủy thác. Để trống: ngân hàng cho vay trực tiếp.")
  @Title("Tổ chức hội nhận ủy thác")
  @Field(() => EntrustedOrganization, {
    nullable: true,
    description: "The organization. Null: the bank lent directly.",
  })
  entrustedOrganization!: EntrustedOrganization | null;
}

@CacheControl({ maxAge: maxAge.statistics })
@ObjectType({ description: "What is owed on the loans of one transaction office." })
export class DebtOfTransactionOffice extends Debt {
  transactionOfficeId!: string;
}

@ObjectType({
  description:
    "What is owed through one savings-and-credit group. Nothing of it is withheld from who may see the group.",
})
export class DebtOfSavingsGroup extends Debt {
  savingsGroupId!: string;
}

@CacheControl({ maxAge: maxAge.statistics })
@ObjectType({
  description:
    "What is owed to the policy bank in a unit on 31 December of a year. Loans of commercial banks are not in it.",
})
export class DebtStatistics {
  unitId!: string;

  @Title("Năm")
  @Field(() => Int, { description: "The year: the debts are those of its 31 December." })
  year!: number;
}
