import { bigint, enumeration, identifier } from "@an-sinh/subgraph-kit/database/columns";
import { Column, Entity, JoinColumn, ManyToOne, PrimaryColumn } from "typeorm";
import { CapitalSource } from "./capital-source.js";
import { SubProjectEntity } from "./program-projects.entity.js";

/** Capital that was allocated to a unit for a sub-project from one source in a year; not that of the units in it. */
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

  /** Dong; at most what was allocated. */
  @Column({ ...bigint })
  disbursed!: number;
}
