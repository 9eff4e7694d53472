import { identifier } from "@an-sinh/subgraph-kit/database/columns";
import { Column, Entity, PrimaryColumn } from "typeorm";

/**
 * The households whose class changed from the end of the year before, under the one standard, to the end of the year,
 * under the other.
 */
@Entity("class_change_total")
export class ClassChangeTotalEntity {
  @PrimaryColumn({ ...identifier, name: "unit_id" })
  unitId!: string;

  @PrimaryColumn({ type: "int" })
  year!: number;

  @PrimaryColumn({ ...identifier, name: "standard_id" })
  standardId!: string;

  /** The standard at the end of the year before. */
  @PrimaryColumn({ ...identifier, name: "previous_standard_id" })
  previousStandardId!: string;

  /** Poor or near-poor before, and newly escaped now. */
  @Column({ type: "int" })
  escaped!: number;

  /** Poor before, and not now. */
  @Column({ type: "int", name: "no_longer_poor" })
  noLongerPoor!: number;

  /** Poor now, and not before. */
  @Column({ type: "int" })
  fell!: number;

  /** Of those that fell, the ones that had been poor earlier, under the standard that the province reported by then. */
  @Column({ type: "int" })
  relapsed!: number;

  /** The same, poor earlier under the standard of now. */
  @Column({ type: "int", name: "relapsed_under_standard" })
  relapsedUnderStandard!: number;
}
