import { Column, Entity, PrimaryColumn } from "typeorm";
import { bigint, identifier } from "./columns.js";

/**
 * Which version of its data the database has. It changes in each transaction that writes, and a reader who has seen a
 * version sees all that it has. Changes by other programs are not told.
 */
@Entity("data_version")
export class DataVersionEntity {
  /** Always "data": the table has one row, which its migration makes. */
  @PrimaryColumn({ ...identifier })
  id!: string;

  /** Counts the transactions: of two versions of one database, the greater one is newer. */
  @Column({ ...bigint })
  version!: number;

  /** Random: a database that was restored from a backup and then changed is at no version that it had before. */
  @Column({ ...identifier })
  token!: string;
}
