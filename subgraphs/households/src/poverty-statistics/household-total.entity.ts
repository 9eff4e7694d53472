import { identifier } from "@an-sinh/subgraph-kit/database/columns";
import { Column, Entity, PrimaryColumn } from "typeorm";

/** How many households a locality has at the end of a year, on the register or not. Rates are shares of them. */
@Entity("household_total")
export class HouseholdTotalEntity {
  @PrimaryColumn({ ...identifier, name: "locality_id" })
  localityId!: string;

  @PrimaryColumn({ type: "int" })
  year!: number;

  @Column({ type: "int" })
  households!: number;
}
