import { enumeration, identifier } from "@an-sinh/subgraph-kit/database/columns";
import { Column, Entity, PrimaryColumn } from "typeorm";
import type { OverlapVerdict } from "./support-overlap.enums.js";

/**
 * A rule about households that have support under two schemes, and the days on which it is in force. A scheme is a
 * program of this department (`HousingSupportProgram`) or the decision that a housing grant of the department of
 * meritorious service is based on (`legalBasisCode`).
 */
@Entity("support_overlap_rule")
export class OverlapRuleEntity {
  @PrimaryColumn({ ...identifier })
  id!: string;

  /** Under EXCLUDE, what this scheme pays is due. */
  @Column({ ...enumeration, name: "first_scheme" })
  firstScheme!: string;

  /** Under EXCLUDE, what this scheme pays is not due. */
  @Column({ ...enumeration, name: "second_scheme" })
  secondScheme!: string;

  @Column({ ...enumeration })
  verdict!: OverlapVerdict;

  @Column({ type: "varchar", length: 200, name: "legal_basis" })
  legalBasis!: string;

  @Column({ type: "varchar", length: 400 })
  explanation!: string;

  /** The first day. The rule is about two supports if the later decision was taken while the rule was in force. */
  @Column({ type: "date", name: "valid_from" })
  validFrom!: string;

  /** The last day. Null: it has no end yet. */
  @Column({ type: "date", name: "valid_to", nullable: true })
  validTo!: string | null;
}
