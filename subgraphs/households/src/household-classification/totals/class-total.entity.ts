import { identifier } from "@an-sinh/subgraph-kit/database/columns";
import { Column, Entity, PrimaryColumn } from "typeorm";

/**
 * By how much the number of households in each class grows from the end of the year before to the end of the year; less
 * than 0 where it falls. So the households at the end of a year are the sum of all years up to it.
 */
@Entity("class_total")
export class ClassTotalEntity {
  @PrimaryColumn({ ...identifier, name: "unit_id" })
  unitId!: string;

  @PrimaryColumn({ ...identifier, name: "standard_id" })
  standardId!: string;

  @PrimaryColumn({ type: "int" })
  year!: number;

  @Column({ type: "int" })
  poor!: number;

  @Column({ type: "int", name: "near_poor" })
  nearPoor!: number;

  @Column({ type: "int", name: "newly_escaped" })
  newlyEscaped!: number;

  /** The poor households of ethnic minorities. */
  @Column({ type: "int", name: "minority_poor" })
  minorityPoor!: number;

  /** The near-poor households of ethnic minorities. */
  @Column({ type: "int", name: "minority_near_poor" })
  minorityNearPoor!: number;
}
