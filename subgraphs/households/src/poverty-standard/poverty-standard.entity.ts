import { bigint, identifier } from "@an-sinh/kit/database/columns";
import { Column, Entity, PrimaryColumn } from "typeorm";

/** What "poor" means: where, from when to when, and by which decision. */
@Entity("poverty_standard")
export class PovertyStandardEntity {
  @PrimaryColumn({ ...identifier })
  id!: string;

  @Column({ type: "varchar", length: 160 })
  name!: string;

  /** The province that issued it. Null: the central government. */
  @Column({ ...identifier, name: "issued_by_id", nullable: true })
  issuedById!: string | null;

  @Column({ type: "varchar", length: 200, name: "legal_basis" })
  legalBasis!: string;

  @Column({ type: "date", name: "valid_from" })
  validFrom!: string;

  /** The last day. Null: no end is set. */
  @Column({ type: "date", name: "valid_to", nullable: true })
  validTo!: string | null;

  /** Dong a person a month: at or below it, a rural household is poor or near-poor. */
  @Column({ ...bigint, name: "rural_income_line" })
  ruralIncomeLine!: number;

  /** Dong a person a month: at or below it, an urban household is poor or near-poor. */
  @Column({ ...bigint, name: "urban_income_line" })
  urbanIncomeLine!: number;

  /** Dong a person a month: up to it, a rural household's living standard is average. */
  @Column({ ...bigint, name: "rural_average_line" })
  ruralAverageLine!: number;

  /** Dong a person a month: up to it, an urban household's living standard is average. */
  @Column({ ...bigint, name: "urban_average_line" })
  urbanAverageLine!: number;

  /** With an income at or below the line: this many deprivations or more is poor, fewer is near-poor. */
  @Column({ type: "int", name: "minimum_deprivations_for_poor" })
  minimumDeprivationsForPoor!: number;
}
