import { identifier } from "@an-sinh/subgraph-kit/database/columns";
import { Column, Entity, PrimaryColumn } from "typeorm";

/** All households of a locality at the end of a year, on the register or not: the denominator of the rates. */
@Entity("household_total")
export class HouseholdTotalEntity {
  @PrimaryColumn({ ...identifier, name: "locality_id" })
  localityId!: string;

  @PrimaryColumn({ type: "int" })
  year!: number;

  @Column({ type: "int" })
  households!: number;
}
