import { Column, Entity, PrimaryColumn } from "typeorm";
import { identifier } from "./columns.js";

/**
 * Says that the sample data was loaded, which and how much of it. It is written in the transaction that
 * loads the rows: where it is missing, none of them is there either.
 */
@Entity("loaded_sample")
export class LoadedSampleEntity {
  /** Always "sample": the table has one row. */
  @PrimaryColumn({ ...identifier })
  id!: string;

  @Column({ ...identifier })
  version!: string;

  /** How many times the published size. */
  @Column({ type: "int" })
  scale!: number;

  @Column({ type: "datetime", name: "loaded_at" })
  loadedAt!: Date;

  @Column({ type: "int" })
  rows!: number;
}
