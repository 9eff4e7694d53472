import { bigint, enumeration, identifier } from "@an-sinh/subgraph-kit/database/columns";
import { Title } from "@an-sinh/subgraph-kit/federation/titles";
import { DateScalar, VndScalar } from "@an-sinh/subgraph-kit/scalars";
import { Field, ID, ObjectType } from "type-graphql";
import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from "typeorm";
import { MeritoriousRecordEntity } from "../meritorious-record/meritorious-record.entity.js";
import { PaymentChannel } from "./payment.enums.js";

@ObjectType("Payment", { description: "The monthly allowances of one record, paid for one month." })
@Entity("payment")
@Index(["recordId", "month", "id"])
export class PaymentEntity {
  @Title("Mã định danh lần chi trả", "Payment ID")
  @Field(() => ID, { description: "Opaque and stable." })
  @PrimaryColumn({ ...identifier })
  id!: string;

  @Column({ ...identifier, name: "record_id" })
  recordId!: string;

  @ManyToOne(() => MeritoriousRecordEntity)
  @JoinColumn({ name: "record_id" })
  record?: MeritoriousRecordEntity;

  /** It repeats the category of the record, by which statistics tell payments apart. */
  @Column({ ...identifier, name: "category_id" })
  categoryId!: string;

  /** Where the record was kept when it was paid. */
  @Column({ ...identifier, name: "locality_id" })
  localityId!: string;

  @Title("Tháng")
  @Field(() => DateScalar, { description: "The month for which it was paid, as its first day." })
  @Column({ type: "date" })
  month!: string;

  /** It repeats the year of the month. */
  @Column({ type: "int" })
  year!: number;

  @Title("Số tiền")
  @Field(() => VndScalar, { description: "The amount, in dong." })
  @Column({ ...bigint })
  amount!: number;

  @Title("Hình thức chi trả")
  @Field(() => PaymentChannel, { description: "How the money reached the beneficiary." })
  @Column({ ...enumeration })
  channel!: PaymentChannel;

  @Title("Ngày chi trả")
  @Field(() => DateScalar, { description: "The day on which it was paid." })
  @Column({ type: "date", name: "paid_on" })
  paidOn!: string;
}
