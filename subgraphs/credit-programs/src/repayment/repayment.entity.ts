import { bigint, identifier } from "@an-sinh/subgraph-kit/database/columns";
import { DateScalar, VndScalar } from "@an-sinh/subgraph-kit/scalars";
import { Field, ID, ObjectType } from "type-graphql";
import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from "typeorm";
import { LoanEntity } from "../loan/loan.entity.js";

@ObjectType("Repayment", { description: "What a borrower paid back on a day." })
@Entity("repayment")
@Index(["loanId", "paidOn", "id"])
export class RepaymentEntity {
  @Field(() => ID, { description: "Opaque and stable." })
  @PrimaryColumn({ ...identifier })
  id!: string;

  @Column({ ...identifier, name: "loan_id" })
  loanId!: string;

  @ManyToOne(() => LoanEntity)
  @JoinColumn({ name: "loan_id" })
  loan?: LoanEntity;

  @Field(() => DateScalar, { description: "The day of payment." })
  @Column({ type: "date", name: "paid_on" })
  paidOn!: string;

  @Field(() => VndScalar, { description: "The part that lowered what is outstanding." })
  @Column({ ...bigint })
  principal!: number;

  @Field(() => VndScalar, { description: "The part that paid interest." })
  @Column({ ...bigint })
  interest!: number;
}
