import { decimal, enumeration, identifier } from "@an-sinh/subgraph-kit/database/columns";
import { Column, Entity, JoinColumn, ManyToOne, PrimaryColumn } from "typeorm";
import { CreditProgramEntity } from "./credit-program.entity.js";
import type { PreferredBorrowers } from "./credit-program.enums.js";

/** The lower rate at which a program lends to some of its borrowers, between two days. */
@Entity("preferred_rate")
export class PreferredRateEntity {
  @PrimaryColumn({ ...identifier, name: "program_id" })
  programId!: string;

  @ManyToOne(() => CreditProgramEntity)
  @JoinColumn({ name: "program_id" })
  program?: CreditProgramEntity;

  @PrimaryColumn({ ...enumeration })
  borrowers!: PreferredBorrowers;

  @PrimaryColumn({ type: "date", name: "valid_from" })
  validFrom!: string;

  /** The last day. Null: no end is set. */
  @Column({ type: "date", name: "valid_to", nullable: true })
  validTo!: string | null;

  /** The program whose rate it follows. */
  @Column({ ...identifier, name: "rate_base_program_id" })
  rateBaseProgramId!: string;

  @ManyToOne(() => CreditProgramEntity)
  @JoinColumn({ name: "rate_base_program_id" })
  rateBaseProgram?: CreditProgramEntity;

  /** 100: the rate is that of `rateBaseProgramId`. */
  @Column({ ...decimal(6, 2), name: "percent_of_base_rate" })
  percentOfBaseRate!: number;

  @Column({ type: "varchar", length: 200, name: "legal_basis" })
  legalBasis!: string;
}
