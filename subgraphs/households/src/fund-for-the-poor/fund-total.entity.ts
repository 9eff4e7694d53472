import { bigint, identifier } from "@an-sinh/subgraph-kit/database/columns";
import { Column, Entity, PrimaryColumn } from "typeorm";

/** What the Funds for the Poor of a unit and of the units that lie wholly in it received and spent in a year. */
@Entity("fund_total")
export class FundTotalEntity {
  @PrimaryColumn({ ...identifier, name: "unit_id" })
  unitId!: string;

  @PrimaryColumn({ type: "int" })
  year!: number;

  /** How many funds there are: those without money are listed too. */
  @Column({ type: "int" })
  funds!: number;

  /** Dong. */
  @Column({ ...bigint })
  received!: number;

  /** Dong. */
  @Column({ ...bigint })
  spent!: number;
}
