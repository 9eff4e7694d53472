import { bigint, decimal, enumeration } from "@an-sinh/subgraph-kit/database/columns";
import { Column, Entity, PrimaryColumn } from "typeorm";
import type { CareKind } from "../care-benefit/care-benefit.enums.js";

/** What a kind of care is worth from one day to another: a multiple of the standard level, or an amount. */
@Entity("care_norm")
export class CareNormEntity {
  @PrimaryColumn({ ...enumeration })
  kind!: CareKind;

  @PrimaryColumn({ type: "date", name: "valid_from" })
  validFrom!: string;

  /** The last day. Null: no end is set. */
  @Column({ type: "date", name: "valid_to", nullable: true })
  validTo!: string | null;

  /** A multiple of the standard level. Null: the amount is fixed. */
  @Column({ ...decimal(7, 3), nullable: true })
  coefficient!: number | null;

  /** In dong. Null: the amount follows the standard level. */
  @Column({ ...bigint, name: "fixed_amount", nullable: true })
  fixedAmount!: number | null;

  @Column({ type: "varchar", length: 200, name: "legal_basis" })
  legalBasis!: string;
}
