import { identifier } from "@an-sinh/kit/database/columns";
import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from "typeorm";
import type { AdministrativeLevel } from "./administrative-level.js";

/**
 * A province, district or commune as it was between two days. A code alone is ambiguous: 24 was Bac Giang
 * until 2025-06-30 and is the merged Bac Ninh since 2025-07-01.
 */
@Entity("administrative_unit")
@Index(["code", "id"])
@Index(["parentId", "code", "id"])
export class AdministrativeUnitEntity {
  /** The code, with `@` and the first day of validity where that day is on record: "27", "24@2025-07-01". */
  @PrimaryColumn({ ...identifier })
  id!: string;

  @Column({ ...identifier, length: 10 })
  code!: string;

  @Column({ type: "varchar", length: 120 })
  name!: string;

  @Column({ ...identifier, length: 10 })
  level!: AdministrativeLevel;

  /** Null: before the records begin. */
  @Column({ type: "date", name: "valid_from", nullable: true })
  validFrom!: string | null;

  /** The last day. Null: still valid. */
  @Column({ type: "date", name: "valid_to", nullable: true })
  validTo!: string | null;

  @Column({ ...identifier, name: "parent_id", nullable: true })
  parentId!: string | null;

  @ManyToOne(() => AdministrativeUnitEntity)
  @JoinColumn({ name: "parent_id" })
  parent?: AdministrativeUnitEntity | null;

  /** The province that the unit lies in; its own id for a province. It decides which poverty standard the unit reports by. */
  @Column({ ...identifier, name: "province_id" })
  provinceId!: string;
}
