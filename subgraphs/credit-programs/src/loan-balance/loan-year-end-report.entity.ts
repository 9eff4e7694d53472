import { bigint, enumeration, identifier } from "@an-sinh/subgraph-kit/database/columns";
import { Column, Entity, PrimaryColumn } from "typeorm";
import type { LoanStatus } from "../loan/loan.enums.js";

/**
 * What the bank reported of a loan on 31 December where the balance does not show it, because less or nothing was
 * outstanding by the repayments on record. The balance shows it again when they are corrected.
 */
@Entity("loan_year_end_report")
export class LoanYearEndReportEntity {
  @PrimaryColumn({ ...identifier, name: "loan_id" })
  loanId!: string;

  @PrimaryColumn({ type: "int" })
  year!: number;

  @Column({ ...enumeration })
  status!: LoanStatus;

  /** Dong. */
  @Column({ ...bigint })
  overdue!: number;
}
