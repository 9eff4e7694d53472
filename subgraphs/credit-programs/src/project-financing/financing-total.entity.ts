import { bigint, enumeration, identifier } from "@an-sinh/subgraph-kit/database/columns";
import { Column, Entity, PrimaryColumn } from "typeorm";
import type { BorrowerKind } from "../loan/loan.enums.js";

/** What a bank lent from the package to one kind of borrower of a social housing project. */
@Entity("project_financing_total")
export class FinancingTotalEntity {
  @PrimaryColumn({ ...identifier, name: "project_id" })
  projectId!: string;

  @PrimaryColumn({ type: "varchar", length: 160 })
  bank!: string;

  @PrimaryColumn({ ...enumeration, name: "borrower_kind" })
  borrowerKind!: BorrowerKind;

  @Column({ type: "int" })
  loans!: number;

  /** Dong. */
  @Column({ ...bigint })
  principal!: number;

  /** Dong. */
  @Column({ ...bigint })
  outstanding!: number;
}
