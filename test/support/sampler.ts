import { bigint, decimal } from "@an-sinh/subgraph-kit/database/columns";
import { Column, Entity, PrimaryColumn } from "typeorm";

/** A table with a column of each type that the departments have, for tests of the database layer. */
@Entity("sampler")
export class SamplerEntity {
  @PrimaryColumn({ type: "int" })
  id!: number;

  @Column({ type: "boolean", default: true, name: "is_kept" })
  isKept?: boolean | null;

  @Column({ type: "varchar", default: "none" })
  name?: string | null;

  @Column({ ...bigint, nullable: true })
  amount?: number | null;

  @Column({ ...decimal(6, 2), nullable: true })
  share?: number | null;

  @Column({ type: "date", nullable: true })
  day?: string | null;

  @Column({ type: "datetime", nullable: true })
  moment?: Date | null;

  @Column({ type: "simple-array", nullable: true })
  list?: string[] | null;
}
