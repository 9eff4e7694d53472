import { bigint, identifier } from "@an-sinh/subgraph-kit/database/columns";
import { Column, Entity, PrimaryColumn } from "typeorm";

/** What a unit's own Fund for the Poor received and spent in a year; not that of the units in it. */
@Entity("fund_for_the_poor_year")
export class FundYearEntity {
  @PrimaryColumn({ ...identifier, name: "unit_id" })
  unitId!: string;

  @PrimaryColumn({ type: "int" })
  year!: number;

  /** Dong. */
  @Column({ ...bigint })
  received!: number;

  /** Dong. */
  @Column({ ...bigint })
  spent!: number;
}
