import { identifier } from "@an-sinh/subgraph-kit/database/columns";
import { Column, Entity, PrimaryColumn } from "typeorm";

/** How many apartments an administrative unit, mostly a province, has to complete in a year. */
@Entity("completion_target")
export class CompletionTargetEntity {
  @PrimaryColumn({ ...identifier, name: "unit_id" })
  unitId!: string;

  @PrimaryColumn({ type: "int" })
  year!: number;

  @Column({ type: "int" })
  apartments!: number;

  /** Who set the target and by what document. "Sample value": the sample data made it up. */
  @Column({ type: "varchar", length: 200, name: "legal_basis" })
  legalBasis!: string;
}
