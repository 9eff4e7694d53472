import { bigint, decimal, identifier } from "@an-sinh/subgraph-kit/database/columns";
import { DateScalar, VndScalar } from "@an-sinh/subgraph-kit/scalars";
import { Field, Float, Int, ObjectType } from "type-graphql";
import { Column, Entity, JoinColumn, ManyToOne, PrimaryColumn } from "typeorm";
import { CreditProgramEntity } from "./credit-program.entity.js";

@ObjectType("CreditTerms", { description: "On which terms a program lends, between two days." })
@Entity("credit_terms")
export class CreditTermsEntity {
  @PrimaryColumn({ ...identifier, name: "program_id" })
  programId!: string;

  @ManyToOne(() => CreditProgramEntity)
  @JoinColumn({ name: "program_id" })
  program?: CreditProgramEntity;

  @Field(() => DateScalar, {
    description:
      "The first day for which these terms are on record; the legal act may be older than the record.",
  })
  @PrimaryColumn({ type: "date", name: "valid_from" })
  validFrom!: string;

  @Field(() => DateScalar, { nullable: true, description: "The last day. Null: no end is set." })
  @Column({ type: "date", name: "valid_to", nullable: true })
  validTo!: string | null;

  @Field(() => Float, {
    nullable: true,
    description: "Interest in percent a year: 6.6 means 6.6 %. Null: not on record.",
  })
  @Column({ ...decimal(5, 2), name: "annual_rate_percent", nullable: true })
  annualRatePercent!: number | null;

  @Field(() => VndScalar, {
    nullable: true,
    description:
      "The most that a household or person may borrow. Null: not on record, or not one amount: see `remark`.",
  })
  @Column({ ...bigint, name: "maximum_principal", nullable: true })
  maximumPrincipal!: number | null;

  @Field(() => Int, { nullable: true, description: "The longest term, in months. Null: not on record." })
  @Column({ type: "int", name: "maximum_term_months", nullable: true })
  maximumTermMonths!: number | null;

  @Field(() => String, { description: "The legal act that set these terms." })
  @Column({ type: "varchar", length: 200, name: "legal_basis" })
  legalBasis!: string;

  @Field(() => String, {
    nullable: true,
    description: "Limits of the terms that are not one number, in words. Null: there are none.",
  })
  @Column({ type: "varchar", length: 400, nullable: true })
  remark!: string | null;
}
