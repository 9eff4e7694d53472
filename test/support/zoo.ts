import { Column, Entity, PrimaryColumn } from "typeorm";

/** A table with a boolean, for tests of the database layer. */
@Entity("zoo")
export class ZooEntity {
  @PrimaryColumn({ type: "varchar" })
  id!: string;

  @Column({ type: "boolean", name: "is_open" })
  isOpen!: boolean;

  @Column({ type: "varchar", nullable: true })
  city!: string | null;
}
