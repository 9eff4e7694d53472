import { bigint, decimal, identifier } from "@an-sinh/subgraph-kit/database/columns";
import { Column, Entity, JoinColumn, ManyToOne, PrimaryColumn } from "typeorm";
import { CreditProgramEntity } from "./credit-program.entity.js";

/** On which terms a program lends, between two days. */
@Entity("credit_terms")
export class CreditTermsEntity {
  @PrimaryColumn({ ...identifier, name: "program_id" })
  programId!: string;

  @ManyToOne(() => CreditProgramEntity)
  @JoinColumn({ name: "program_id" })
  program?: CreditProgramEntity;

  /** The first day for which these terms are on record; the legal act may be older. */
  @PrimaryColumn({ type: "date", name: "valid_from" })
  validFrom!: string;

  /** The last day. Null: no end is set. */
  @Column({ type: "date", name: "valid_to", nullable: true })
  validTo!: string | null;

  /** Percent a year. Null: not on record, or it follows the rate of another program. */
  @Column({ ...decimal(6, 3), name: "annual_rate_percent", nullable: true })
  annualRatePercent!: number | null;

  /** The program whose rate it follows. Null: no other. */
  @Column({ ...identifier, name: "rate_base_program_id", nullable: true })
  rateBaseProgramId!: string | null;

  @ManyToOne(() => CreditProgramEntity)
  @JoinColumn({ name: "rate_base_program_id" })
  rateBaseProgram?: CreditProgramEntity | null;

  /** 127: the rate is 127 % of that of `rateBaseProgramId`. Null where that is null. */
  @Column({ ...decimal(6, 2), name: "percent_of_base_rate", nullable: true })
  percentOfBaseRate!: number | null;

  /** Dong to a household or person. Null: not on record, or not one amount. */
  @Column({ ...bigint, name: "maximum_principal", nullable: true })
  maximumPrincipal!: number | null;

  /** Dong to a firm. Null: not on record, or the program does not lend to firms. */
  @Column({ ...bigint, name: "maximum_firm_principal", nullable: true })
  maximumFirmPrincipal!: number | null;

  /** Null: not on record. */
  @Column({ type: "int", name: "maximum_term_months", nullable: true })
  maximumTermMonths!: number | null;

  @Column({ type: "varchar", length: 200, name: "legal_basis" })
  legalBasis!: string;

  /** Limits that are not one number, in words. Null: there are none. */
  @Column({ type: "varchar", length: 400, nullable: true })
  remark!: string | null;
}
