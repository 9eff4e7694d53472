import { bigint, decimal, enumeration } from "@an-sinh/subgraph-kit/database/columns";
import { Column, Entity, PrimaryColumn } from "typeorm";
import type { CareKind } from "../care-benefit/care-benefit.enums.js";
import type { CareNormBase } from "./care-norm.enums.js";

/** What a kind of care is worth from one day to another: a multiple of a level, or an amount. */
@Entity("care_norm")
export class CareNormEntity {
  @PrimaryColumn({ ...enumeration })
  kind!: CareKind;

  @PrimaryColumn({ type: "date", name: "valid_from" })
  validFrom!: string;

  /** From 1. Of the norms of one kind in force on a day, the first that fits a record counts. */
  @PrimaryColumn({ type: "int", default: 1 })
  position!: number;

  /** The last day. Null: no end is set. */
  @Column({ type: "date", name: "valid_to", nullable: true })
  validTo!: string | null;

  /** The ids of the categories that it is for. Null: for all. */
  @Column({ type: "simple-array", name: "category_ids", nullable: true })
  categoryIds!: string[] | null;

  /** It is for those whose injury rate is at least so many percent. Null: for all. */
  @Column({ type: "int", name: "minimum_injury_rate_percent", nullable: true })
  minimumInjuryRatePercent!: number | null;

  /** What the amount is a multiple of. Null: the amount is fixed. */
  @Column({ ...enumeration, name: "multiple_of", nullable: true })
  multipleOf!: CareNormBase | null;

  /** How many times `multipleOf`. Null: the amount is fixed. */
  @Column({ ...decimal(7, 3), nullable: true })
  coefficient!: number | null;

  /** In dong. Null: the amount is a multiple. */
  @Column({ ...bigint, name: "fixed_amount", nullable: true })
  fixedAmount!: number | null;

  @Column({ type: "varchar", length: 200, name: "legal_basis" })
  legalBasis!: string;
}
