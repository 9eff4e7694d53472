import { enumeration, identifier } from "@an-sinh/subgraph-kit/database/columns";
import { Column, Entity, PrimaryColumn } from "typeorm";
import { BalanceSums } from "./balance-sums.js";

/**
 * By what the balances of a unit are told apart. ALL and PROGRAM are those of all lenders. The others are debts to the
 * policy bank: all of them (DEBT), or by the status, the entrusted organization and the transaction office.
 */
export type BalanceScope = "ALL" | "PROGRAM" | "DEBT" | "STATUS" | "ORGANIZATION" | "OFFICE";

/** What is owed in a unit on 31 December of a year, by each scope. */
@Entity("balance_total", { withoutRowid: true })
export class BalanceTotalEntity extends BalanceSums {
  @PrimaryColumn({ ...identifier, name: "unit_id" })
  unitId!: string;

  @PrimaryColumn({ type: "int" })
  year!: number;

  @PrimaryColumn({ ...enumeration })
  scope!: BalanceScope;

  /** Which program, status, organization or office. Empty: none, or the scope has no parts. */
  @PrimaryColumn({ ...identifier })
  part!: string;

  /** Each borrower once: see `borrowerKeyOf`. Counted by program; 0 in the other scopes. */
  @Column({ type: "int" })
  borrowers!: number;

  /** How many of the loans have something overdue. */
  @Column({ type: "int", name: "overdue_loans" })
  overdueLoans!: number;

  /** How many of the households owe such a loan. */
  @Column({ type: "int", name: "overdue_households" })
  overdueHouseholds!: number;
}
