import { bigint, enumeration, identifier } from "@an-sinh/subgraph-kit/database/columns";
import { Column, Entity, PrimaryColumn } from "typeorm";
import type { CapitalSource } from "./capital-source.js";

/** The capital of a year for a unit and for the units that lie wholly in it. */
@Entity("capital_total")
export class CapitalTotalEntity {
  @PrimaryColumn({ ...identifier, name: "unit_id" })
  unitId!: string;

  @PrimaryColumn({ ...identifier, name: "sub_project_id" })
  subProjectId!: string;

  @PrimaryColumn({ ...enumeration })
  source!: CapitalSource;

  @PrimaryColumn({ type: "int" })
  year!: number;

  /** How many allocations there are: those of nothing are listed too. */
  @Column({ type: "int" })
  allocations!: number;

  /** Dong. */
  @Column({ ...bigint })
  allocated!: number;

  /** Dong. */
  @Column({ ...bigint })
  disbursed!: number;
}
