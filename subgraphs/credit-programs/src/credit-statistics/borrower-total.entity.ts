import { identifier } from "@an-sinh/subgraph-kit/database/columns";
import { Column, Entity, PrimaryColumn } from "typeorm";

/** Who owes something under a program in a unit on 31 December of a year. */
@Entity("borrower_total")
export class BorrowerTotalEntity {
  @PrimaryColumn({ ...identifier, name: "unit_id" })
  unitId!: string;

  @PrimaryColumn({ type: "int" })
  year!: number;

  @PrimaryColumn({ ...identifier, name: "program_id" })
  programId!: string;

  /** Each borrower once: see `borrowerKeyOf`. */
  @Column({ type: "int" })
  borrowers!: number;
}
