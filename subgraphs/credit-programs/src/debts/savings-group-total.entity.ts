import { bigint, identifier } from "@an-sinh/subgraph-kit/database/columns";
import { Column, Entity, Index, PrimaryColumn } from "typeorm";
import { BalanceSums } from "../loan-balance/balance-sums.js";

/** What is owed through a savings-and-credit group in a unit on 31 December of a year. */
@Entity("unit_savings_group_total", { withoutRowid: true })
@Index(["unitId", "year", "minusOverdue", "savingsGroupId"], { where: '"minus_overdue" < 0' })
export class UnitSavingsGroupTotalEntity extends BalanceSums {
  @PrimaryColumn({ ...identifier, name: "unit_id" })
  unitId!: string;

  @PrimaryColumn({ type: "int" })
  year!: number;

  @PrimaryColumn({ ...identifier, name: "savings_group_id" })
  savingsGroupId!: string;

  /**
   * Dong, 0 or less: in the order of the index, the groups through which most is overdue come first. On SQLite the index
   * has only those through which something is overdue. They are few, and no others are read.
   */
  @Column({ ...bigint, name: "minus_overdue" })
  minusOverdue!: number;
}

/** What is owed through a savings-and-credit group on 31 December of a year. */
@Entity("savings_group_total", { withoutRowid: true })
export class SavingsGroupTotalEntity extends BalanceSums {
  @PrimaryColumn({ ...identifier, name: "savings_group_id" })
  savingsGroupId!: string;

  @PrimaryColumn({ type: "int" })
  year!: number;
}
