import { bigint, identifier } from "@an-sinh/subgraph-kit/database/columns";
import { Column, Entity, PrimaryColumn } from "typeorm";

/** The livelihood models of a unit that started in a year. */
@Entity("livelihood_model_total")
export class ModelTotalEntity {
  @PrimaryColumn({ ...identifier, name: "unit_id" })
  unitId!: string;

  @PrimaryColumn({ type: "int" })
  year!: number;

  @Column({ type: "int" })
  models!: number;

  /** Dong. */
  @Column({ ...bigint })
  budget!: number;
}
