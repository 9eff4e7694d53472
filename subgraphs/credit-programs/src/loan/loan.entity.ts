import { bigint, decimal, enumeration, identifier } from "@an-sinh/subgraph-kit/database/columns";
import { Audited } from "@an-sinh/subgraph-kit/federation/audited";
import { RequiresScopes } from "@an-sinh/subgraph-kit/federation/requires-scopes";
import { About, Title } from "@an-sinh/subgraph-kit/federation/titles";
import { DateScalar, VndScalar } from "@an-sinh/subgraph-kit/scalars";
import { Directive, Field, Float, ID, ObjectType } from "type-graphql";
import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from "typeorm";
import { CreditProgramEntity } from "../credit-program/credit-program.entity.js";
import { EntrustedOrganization } from "../savings-group/savings-group.enums.js";
import { SavingsGroupEntity } from "../savings-group/savings-group.entity.js";
import { TransactionOfficeEntity } from "../transaction-office/transaction-office.entity.js";
import { BorrowerKind, LoanStatus } from "./loan.enums.js";

/**
 * Lists are ordered by locality, then by the day of disbursement: the loans of any unit, of today or closed, are then
 * a few ranges of one index.
 */
@Audited({ by: "household { id } borrower { id }" })
@RequiresScopes("credit:read")
@ObjectType("Loan", {
  description:
    "A loan under a credit program. What was repaid, written off and is outstanding add up to the principal.",
})
@Directive('@key(fields: "id")')
@Entity("loan")
@Index(["localityId", "disbursedOn", "id"])
@Index(["programId", "localityId", "disbursedOn", "id"])
@Index(["status", "localityId", "disbursedOn", "id"])
@Index(["borrowerKind", "localityId", "disbursedOn", "id"])
@Index(["savingsGroupId", "localityId", "disbursedOn", "id"])
@Index(["entrustedOrganization", "localityId", "disbursedOn", "id"])
@Index(["transactionOfficeId", "localityId", "disbursedOn", "id"])
@Index(["householdId", "disbursedOn", "id"])
@Index(["borrowerId", "disbursedOn", "id"])
@Index(["projectId", "localityId", "disbursedOn", "id"])
export class LoanEntity {
  @Title("Mã định danh khoản vay", "Loan ID")
  @Field(() => ID, { description: "Opaque and stable." })
  @PrimaryColumn({ ...identifier })
  id!: string;

  @Column({ ...identifier, name: "program_id" })
  programId!: string;

  @ManyToOne(() => CreditProgramEntity)
  @JoinColumn({ name: "program_id" })
  program?: CreditProgramEntity;

  @Title("Loại khách hàng vay", "Kind of borrower")
  @Field(() => BorrowerKind, { description: "Who owes it." })
  @Column({ ...enumeration, name: "borrower_kind" })
  borrowerKind!: BorrowerKind;

  @Column({ ...identifier, name: "household_id", nullable: true })
  householdId!: string | null;

  @Column({ ...identifier, name: "borrower_id", nullable: true })
  borrowerId!: string | null;

  @Column({ ...identifier, name: "project_id", nullable: true })
  projectId!: string | null;

  /** Where the household lives or, for social housing, where the project is built. */
  @Column({ ...identifier, name: "locality_id" })
  localityId!: string;

  @Title("Mục đích vay vốn")
  @Field(() => String, { description: "What the money is for, in Vietnamese." })
  @Column({ type: "varchar", length: 200 })
  purpose!: string;

  @About("Số tiền đã cho vay (đồng).")
  @Title("Số tiền vay")
  @Field(() => VndScalar, { description: "What was lent." })
  @Column({ ...bigint })
  principal!: number;

  @About("Dư nợ gốc tại ngày xác định số dư, gồm cả nợ quá hạn, không gồm lãi (đồng).")
  @Title("Dư nợ")
  @Field(() => VndScalar, {
    description: "The principal not repaid by `balanceOn`, overdue or not. Interest is not in it.",
  })
  @Column({ ...bigint })
  outstanding!: number;

  @Title("Nợ quá hạn")
  @Field(() => VndScalar, {
    description:
      "The part of `outstanding` that fell due by `balanceOn` and was not paid. The rest of the loan does not count as overdue.",
  })
  @Column({ ...bigint })
  overdue!: number;

  @Title("Số nợ đã xóa")
  @Field(() => VndScalar, {
    description: "The principal that was canceled (Decision 50/2010); 0 unless written off.",
  })
  @Column({ ...bigint, name: "written_off" })
  writtenOff!: number;

  @Title("Dư nợ tại ngày")
  @Field(() => DateScalar, {
    description: "The day of the bank's figures: `outstanding`, `overdue` and `status` are as at its end.",
  })
  @Column({ type: "date", name: "balance_on" })
  balanceOn!: string;

  @Title("Lãi suất (%/năm)", "Rate (% a year)")
  @Field(() => Float, { description: "Interest by the contract, in percent a year: 6.6 means 6.6 %." })
  @Column({ ...decimal(6, 3), name: "annual_rate_percent" })
  annualRatePercent!: number;

  @Title("Ngày giải ngân")
  @Field(() => DateScalar, { description: "The day on which the money was paid out." })
  @Column({ type: "date", name: "disbursed_on" })
  disbursedOn!: string;

  @About("Ngày đến hạn trả hết nợ, sau khi gia hạn (nếu có).")
  @Title("Ngày đến hạn")
  @Field(() => DateScalar, {
    description: "The day by which everything is to be repaid, after an extension if there was one.",
  })
  @Column({ type: "date", name: "due_on" })
  dueOn!: string;

  @About("Tình trạng khoản vay tại ngày xác định số dư.")
  @Title("Tình trạng khoản vay", "Status of loan")
  @Field(() => LoanStatus, { description: "The status on `balanceOn`." })
  @Column({ ...enumeration })
  status!: LoanStatus;

  @Column({ ...identifier, name: "savings_group_id", nullable: true })
  savingsGroupId!: string | null;

  @ManyToOne(() => SavingsGroupEntity)
  @JoinColumn({ name: "savings_group_id" })
  savingsGroup?: SavingsGroupEntity | null;

  /** Repeats the group's organization, so that an index serves the list of an organization's loans. */
  @Title("Tổ chức hội nhận ủy thác")
  @Field(() => EntrustedOrganization, {
    nullable: true,
    description: "The organization that manages the group. Null: the bank lent directly.",
  })
  @Column({ ...enumeration, name: "entrusted_organization", nullable: true })
  entrustedOrganization!: EntrustedOrganization | null;

  @Column({ ...identifier, name: "transaction_office_id", nullable: true })
  transactionOfficeId!: string | null;

  @ManyToOne(() => TransactionOfficeEntity)
  @JoinColumn({ name: "transaction_office_id" })
  transactionOffice?: TransactionOfficeEntity | null;

  @Title("Tên bên cho vay", "Lender")
  @Field(() => String, {
    nullable: true,
    description: "The commercial bank that lends. Null: the Viet Nam Bank for Social Policies.",
  })
  @Column({ type: "varchar", length: 160, name: "lender_name", nullable: true })
  lenderName!: string | null;
}
