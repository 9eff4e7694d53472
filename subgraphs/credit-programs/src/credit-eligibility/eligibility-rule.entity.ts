import { enumeration, identifier } from "@an-sinh/subgraph-kit/database/columns";
import { Column, Entity, JoinColumn, ManyToOne, PrimaryColumn } from "typeorm";
import { CreditProgramEntity } from "../credit-program/credit-program.entity.js";
import type { HouseholdClass } from "../external/household-class.stub.js";
import type { CreditEligibilityRule } from "./eligibility-rule.enums.js";

/** A rule that a program's borrowers must meet, between two days. */
@Entity("eligibility_rule")
export class EligibilityRuleEntity {
  @PrimaryColumn({ ...identifier, name: "program_id" })
  programId!: string;

  @ManyToOne(() => CreditProgramEntity)
  @JoinColumn({ name: "program_id" })
  program?: CreditProgramEntity;

  @PrimaryColumn({ ...enumeration })
  rule!: CreditEligibilityRule;

  @PrimaryColumn({ type: "date", name: "valid_from" })
  validFrom!: string;

  /** The last day. Null: no end is set. */
  @Column({ type: "date", name: "valid_to", nullable: true })
  validTo!: string | null;

  /** HOUSEHOLD_CLASS: the classes that the program lends to. Null: another rule. */
  @Column({ type: "simple-array", nullable: true })
  classes!: HouseholdClass[] | null;

  /** MONTHS_SINCE_ESCAPE: the largest number of months. Null: another rule. */
  @Column({ type: "int", nullable: true })
  months!: number | null;

  /** PROOF_TO_LENDER: a sentence that says what to show. Null: another rule. */
  @Column({ type: "varchar", length: 300, nullable: true })
  proof!: string | null;

  @Column({ type: "varchar", length: 200, name: "legal_basis" })
  legalBasis!: string;
}
