import { Column, Entity, PrimaryColumn } from "typeorm";
import { identifier } from "./columns.js";

/**
 * Says that the sample was loaded, in which version and how large. It is written in the transaction that loads the
 * rows: without it, there are no rows of the sample.
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
