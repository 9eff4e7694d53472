import { identifier } from "@an-sinh/subgraph-kit/database/columns";
import { Column, Entity, PrimaryColumn } from "typeorm";

/** How many households a unit has at the end of a year, on the register or not. */
@Entity("unit_household_total")
export class UnitHouseholdsEntity {
  @PrimaryColumn({ ...identifier, name: "unit_id" })
  unitId!: string;

  @PrimaryColumn({ type: "int" })
  year!: number;

  /** Of how many localities their number is on record. */
  @Column({ type: "int" })
  localities!: number;

  @Column({ type: "int" })
  households!: number;
}
