import { Column, Entity, PrimaryColumn } from "typeorm";
import { identifier } from "../database/columns.js";

/** By which version of their count the totals in the database were counted. No row: they never were. */
@Entity("totals_version")
export class TotalsVersionEntity {
  /** The name of the totals' table. */
  @PrimaryColumn({ ...identifier })
  name!: string;

  @Column({ type: "int" })
  version!: number;
}
