import { bigint, enumeration, identifier } from "@an-sinh/subgraph-kit/database/columns";
import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from "typeorm";
import type { EntrustedOrganization } from "../savings-group/savings-group.enums.js";
import { LoanEntity } from "./loan.entity.js";
import type { BorrowerKind, LoanStatus } from "./loan.enums.js";

/**
 * The bank's balance of a loan on 31 December. Totals of past years count it. No row: nothing was outstanding. All
 * columns but the amounts and the status repeat the loan's, so that a balance can be counted by itself.
 */
@Entity("loan_year_end")
@Index(["householdId", "loanId", "year"])
@Index(["borrowerKey", "loanId", "year"])
export class LoanYearEndEntity {
  @PrimaryColumn({ ...identifier, name: "loan_id" })
  loanId!: string;

  @ManyToOne(() => LoanEntity)
  @JoinColumn({ name: "loan_id" })
  loan?: LoanEntity;

  @PrimaryColumn({ type: "int" })
  year!: number;

  @Column({ ...identifier, name: "program_id" })
  programId!: string;

  @Column({ ...identifier, name: "household_id", nullable: true })
  householdId!: string | null;

  /** Who counts as one borrower: see `borrowerKeyOf`. */
  @Column({ ...identifier, name: "borrower_key" })
  borrowerKey!: string;

  @Column({ ...identifier, name: "locality_id" })
  localityId!: string;

  @Column({ ...enumeration, default: "CURRENT" })
  status!: LoanStatus;

  @Column({ ...identifier, name: "savings_group_id", nullable: true })
  savingsGroupId!: string | null;

  @Column({ ...enumeration, name: "entrusted_organization", nullable: true })
  entrustedOrganization!: EntrustedOrganization | null;

  /** Null: a commercial bank lends. */
  @Column({ ...identifier, name: "transaction_office_id", nullable: true })
  transactionOfficeId!: string | null;

  @Column({ ...enumeration, name: "borrower_kind", default: "HOUSEHOLD" })
  borrowerKind!: BorrowerKind;

  /** Null: the policy bank lends. */
  @Column({ type: "varchar", length: 160, name: "lender_name", nullable: true })
  lenderName!: string | null;

  /** Dong, more than 0. */
  @Column({ ...bigint })
  outstanding!: number;

  /** Dong, at most `outstanding`. */
  @Column({ ...bigint })
  overdue!: number;
}

/** Who counts as the borrower of a loan: the person who signed or, for a developer, the project. */
export const borrowerKeyOf = (loan: LoanEntity): string => loan.borrowerId ?? loan.projectId ?? loan.id;
