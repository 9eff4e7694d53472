import { bigint, identifier } from "@an-sinh/subgraph-kit/database/columns";
import { Column, Entity, PrimaryColumn } from "typeorm";

/** What the Fund for the Poor of the unit itself received and spent in a year. The funds of the units in it are not included. */
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
