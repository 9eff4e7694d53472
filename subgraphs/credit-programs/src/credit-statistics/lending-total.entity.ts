import { bigint, enumeration, identifier } from "@an-sinh/subgraph-kit/database/columns";
import { Column, Entity, PrimaryColumn } from "typeorm";

/** By what the lending in a unit is told apart: not at all, or by the kind of lender or the program. */
export type LendingScope = "ALL" | "LENDER_KIND" | "PROGRAM";

/**
 * What was paid out in a unit. A loan is counted in the row of its year, from which to which is one year. A household is
 * counted in the row of each run of years in which it borrowed: see `yearRunsOf`.
 */
@Entity("lending_total", { withoutRowid: true })
export class LendingTotalEntity {
  @PrimaryColumn({ ...identifier, name: "unit_id" })
  unitId!: string;

  @PrimaryColumn({ ...enumeration })
  scope!: LendingScope;

  /** Which kind of lender or program. Empty: the scope has no parts. */
  @PrimaryColumn({ ...identifier })
  part!: string;

  @PrimaryColumn({ type: "int", name: "from_year" })
  fromYear!: number;

  @PrimaryColumn({ type: "int", name: "to_year" })
  toYear!: number;

  /** The last year of the run before it. 0: there is none. */
  @PrimaryColumn({ type: "int", name: "previous_to_year" })
  previousToYear!: number;

  @Column({ type: "int" })
  loans!: number;

  @Column({ type: "int" })
  households!: number;

  /** Dong. */
  @Column({ ...bigint })
  disbursed!: number;
}
