import { identifier } from "@an-sinh/subgraph-kit/database/columns";
import { Column, Entity, PrimaryColumn } from "typeorm";

/** How many apartments a unit, mostly a province, is told to complete in a year. */
@Entity("completion_target")
export class CompletionTargetEntity {
  @PrimaryColumn({ ...identifier, name: "unit_id" })
  unitId!: string;

  @PrimaryColumn({ type: "int" })
  year!: number;

  @Column({ type: "int" })
  apartments!: number;

  /** Who set it and by what; "Sample value" where it is made up. */
  @Column({ type: "varchar", length: 200, name: "legal_basis" })
  legalBasis!: string;
}
