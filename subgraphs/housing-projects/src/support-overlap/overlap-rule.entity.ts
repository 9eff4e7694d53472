import { enumeration, identifier } from "@an-sinh/subgraph-kit/database/columns";
import { Column, Entity, PrimaryColumn } from "typeorm";
import type { OverlapVerdict } from "./support-overlap.enums.js";

/**
 * What holds between two days when a household has support under two schemes. A scheme is a program of
 * this department (`HousingSupportProgram`) or the decision behind a grant of the meritorious service
 * (`legalBasisCode`).
 */
@Entity("support_overlap_rule")
export class OverlapRuleEntity {
  @PrimaryColumn({ ...identifier })
  id!: string;

  /** Under EXCLUDE the scheme that stays due. */
  @Column({ ...enumeration, name: "first_scheme" })
  firstScheme!: string;

  /** Under EXCLUDE the scheme that is not due beside the first. */
  @Column({ ...enumeration, name: "second_scheme" })
  secondScheme!: string;

  @Column({ ...enumeration })
  verdict!: OverlapVerdict;

  @Column({ type: "varchar", length: 200, name: "legal_basis" })
  legalBasis!: string;

  @Column({ type: "varchar", length: 400 })
  explanation!: string;

  /** It judges the pairs whose later decision was taken from this day on. */
  @Column({ type: "date", name: "valid_from" })
  validFrom!: string;

  /** The last day. Null: still in force. */
  @Column({ type: "date", name: "valid_to", nullable: true })
  validTo!: string | null;
}
