import { bigint, identifier } from "@an-sinh/subgraph-kit/database/columns";
import { Title } from "@an-sinh/subgraph-kit/federation/titles";
import { DateScalar, VndScalar } from "@an-sinh/subgraph-kit/scalars";
import { Field, ID, ObjectType } from "type-graphql";
import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from "typeorm";
import { LoanEntity } from "../loan/loan.entity.js";

@ObjectType("Repayment", { description: "What a borrower paid back on a day." })
@Entity("repayment")
@Index(["loanId", "paidOn", "id"])
export class RepaymentEntity {
  @Title("Mã định danh lần trả nợ", "Repayment ID")
  @Field(() => ID, { description: "Opaque and stable." })
  @PrimaryColumn({ ...identifier })
  id!: string;

  @Column({ ...identifier, name: "loan_id" })
  loanId!: string;

  @ManyToOne(() => LoanEntity)
  @JoinColumn({ name: "loan_id" })
  loan?: LoanEntity;

  @Title("Ngày trả nợ")
  @Field(() => DateScalar, { description: "The day of payment." })
  @Column({ type: "date", name: "paid_on" })
  paidOn!: string;

  @Title("Trả gốc", "Principal repaid")
  @Field(() => VndScalar, { description: "The part that lowered what is outstanding." })
  @Column({ ...bigint })
  principal!: number;

  @Title("Trả lãi", "Interest paid")
  @Field(() => VndScalar, { description: "The part that paid interest." })
  @Column({ ...bigint })
  interest!: number;
}
