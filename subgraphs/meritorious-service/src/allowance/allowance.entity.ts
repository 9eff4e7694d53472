import { bigint, decimal, enumeration, identifier } from "@an-sinh/subgraph-kit/database/columns";
import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from "typeorm";
import { MeritoriousRecordEntity } from "../meritorious-record/meritorious-record.entity.js";
import type { AllowanceKind } from "./allowance.enums.js";

/** A monthly allowance, or a one-off benefit that may be drawn from the first day to the last. */
@Entity("allowance")
@Index(["recordId", "validFrom", "id"])
export class AllowanceEntity {
  @PrimaryColumn({ ...identifier })
  id!: string;

  @Column({ ...identifier, name: "record_id" })
  recordId!: string;

  @ManyToOne(() => MeritoriousRecordEntity)
  @JoinColumn({ name: "record_id" })
  record?: MeritoriousRecordEntity;

  @Column({ ...enumeration })
  kind!: AllowanceKind;

  /** A multiple of the standard level. 0: the amount is fixed, as a gift's is. */
  @Column({ ...decimal(7, 3) })
  coefficient!: number;

  /** In dong. Null: the allowance is monthly. */
  @Column({ ...bigint, name: "one_off_amount", nullable: true })
  oneOffAmount!: number | null;

  @Column({ type: "date", name: "valid_from" })
  validFrom!: string;

  /** The last day. Null: no end is set. */
  @Column({ type: "date", name: "valid_to", nullable: true })
  validTo!: string | null;

  @Column({ type: "varchar", length: 200, name: "legal_basis" })
  legalBasis!: string;
}
