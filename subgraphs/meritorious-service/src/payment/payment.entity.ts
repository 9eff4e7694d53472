import { bigint, enumeration, identifier } from "@an-sinh/subgraph-kit/database/columns";
import { DateScalar, VndScalar } from "@an-sinh/subgraph-kit/scalars";
import { Field, ID, ObjectType } from "type-graphql";
import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from "typeorm";
import { MeritoriousRecordEntity } from "../meritorious-record/meritorious-record.entity.js";
import { PaymentChannel } from "./payment.enums.js";

@ObjectType("Payment", { description: "The monthly allowances of one record, paid for one month." })
@Entity("payment")
@Index(["recordId", "month", "id"])
// Serves the statistics from the index alone.
@Index(["localityId", "year", "categoryId", "channel", "amount"])
export class PaymentEntity {
  @Field(() => ID, { description: "Opaque and stable." })
  @PrimaryColumn({ ...identifier })
  id!: string;

  @Column({ ...identifier, name: "record_id" })
  recordId!: string;

  @ManyToOne(() => MeritoriousRecordEntity)
  @JoinColumn({ name: "record_id" })
  record?: MeritoriousRecordEntity;

  /** The record's, repeated here so that one index serves the statistics. */
  @Column({ ...identifier, name: "category_id" })
  categoryId!: string;

  /** Where the record was kept when it was paid. */
  @Column({ ...identifier, name: "locality_id" })
  localityId!: string;

  @Field(() => DateScalar, { description: "The month it is for, as its first day." })
  @Column({ type: "date" })
  month!: string;

  /** The month's year, repeated so that MySQL finds a year of a locality by equality. */
  @Column({ type: "int" })
  year!: number;

  @Field(() => VndScalar, { description: "Dong." })
  @Column({ ...bigint })
  amount!: number;

  @Field(() => PaymentChannel, { description: "How the money reached the beneficiary." })
  @Column({ ...enumeration })
  channel!: PaymentChannel;

  @Field(() => DateScalar, { description: "The day it was paid." })
  @Column({ type: "date", name: "paid_on" })
  paidOn!: string;
}
