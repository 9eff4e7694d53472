import { identifier } from "@an-sinh/subgraph-kit/database/columns";
import { Column, Entity, PrimaryColumn } from "typeorm";

/** How the records of a unit change in a year, by category. What there was at its end is the sum of all years until it. */
@Entity("meritorious_record_total")
export class RecordTotalEntity {
  @PrimaryColumn({ ...identifier, name: "unit_id" })
  unitId!: string;

  @PrimaryColumn({ type: "int" })
  year!: number;

  @PrimaryColumn({ ...identifier, name: "category_id" })
  categoryId!: string;

  /** How many were recognized. */
  @Column({ type: "int" })
  recognized!: number;

  /** How many more are in force on 31 December than a year before. */
  @Column({ type: "int", name: "in_force" })
  inForce!: number;
}
