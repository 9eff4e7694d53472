import { bigint, enumeration, identifier } from "@an-sinh/subgraph-kit/database/columns";
import { Column, Entity, JoinColumn, ManyToOne, PrimaryColumn } from "typeorm";
import { CapitalSource } from "./capital-source.js";
import { SubProjectEntity } from "./program-projects.entity.js";

/** Capital that the unit itself got for a sub-project from one source in a year. The capital of the units in it is not included. */
@Entity("capital_year")
export class CapitalYearEntity {
  @PrimaryColumn({ ...identifier, name: "unit_id" })
  unitId!: string;

  @PrimaryColumn({ type: "int" })
  year!: number;

  @PrimaryColumn({ ...identifier, name: "sub_project_id" })
  subProjectId!: string;

  @ManyToOne(() => SubProjectEntity)
  @JoinColumn({ name: "sub_project_id" })
  subProject?: SubProjectEntity;

  @PrimaryColumn({ ...enumeration })
  source!: CapitalSource;

  /** Dong. */
  @Column({ ...bigint })
  allocated!: number;

  /** Dong. At most what was allocated. */
  @Column({ ...bigint })
  disbursed!: number;
}
