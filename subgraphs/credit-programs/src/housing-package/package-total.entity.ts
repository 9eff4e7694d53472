import { bigint, enumeration, identifier } from "@an-sinh/subgraph-kit/database/columns";
import { Column, Entity, PrimaryColumn } from "typeorm";
import type { BorrowerKind } from "../loan/loan.enums.js";

/** What a bank lent from the package to one kind of borrower during a year, in a unit or in the whole country. */
@Entity("housing_package_total")
export class PackageTotalEntity {
  @PrimaryColumn({ ...identifier, name: "unit_id" })
  unitId!: string;

  @PrimaryColumn({ type: "int" })
  year!: number;

  @PrimaryColumn({ type: "varchar", length: 160 })
  bank!: string;

  @PrimaryColumn({ ...enumeration, name: "borrower_kind" })
  borrowerKind!: BorrowerKind;

  @Column({ type: "int" })
  loans!: number;

  /** Dong. */
  @Column({ ...bigint })
  drawn!: number;

  /**
   * By how many loans more than the year before the bank's figures reach the end of the year. The sum up to a year is how
   * many reach its end.
   */
  @Column({ type: "int", name: "reported_change" })
  reportedChange!: number;
}

/** What is outstanding of the package with a bank on 31 December of a year, in a unit or in the whole country. */
@Entity("housing_package_balance_total")
export class PackageBalanceTotalEntity {
  @PrimaryColumn({ ...identifier, name: "unit_id" })
  unitId!: string;

  @PrimaryColumn({ type: "int" })
  year!: number;

  @PrimaryColumn({ type: "varchar", length: 160 })
  bank!: string;

  @PrimaryColumn({ ...enumeration, name: "borrower_kind" })
  borrowerKind!: BorrowerKind;

  /** How many loans have something outstanding. */
  @Column({ type: "int" })
  loans!: number;

  /** Dong. */
  @Column({ ...bigint })
  outstanding!: number;
}
