import { identifier } from "@an-sinh/kit/database/columns";
import { Column, Entity, Index, PrimaryColumn } from "typeorm";

/** A household on the register: classified, supported, borrowing, or with a meritorious member. */
@Entity("household")
@Index(["localityId", "code", "id"])
@Index(["communeId"])
export class HouseholdEntity {
  @PrimaryColumn({ ...identifier })
  id!: string;

  /** The register's own code: local and opaque, unique in the graph. */
  @Index({ unique: true })
  @Column({ ...identifier })
  code!: string;

  @Column({ ...identifier, name: "locality_id" })
  localityId!: string;

  /** The commune of today that the locality lies in. */
  @Column({ ...identifier, name: "commune_id" })
  communeId!: string;

  @Column({ type: "varchar", length: 120, nullable: true })
  hamlet!: string | null;

  /** Urban households are judged by the urban income line. */
  @Column({ type: "boolean", name: "is_urban" })
  isUrban!: boolean;

  @Column({ ...identifier, name: "head_id", nullable: true })
  headId!: string | null;

  @Column({ type: "varchar", length: 60, name: "ethnic_group", nullable: true })
  ethnicGroup!: string | null;

  @Column({ type: "varchar", length: 60, nullable: true })
  livelihood!: string | null;
}
