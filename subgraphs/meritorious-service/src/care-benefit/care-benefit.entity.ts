import { bigint, enumeration, identifier } from "@an-sinh/subgraph-kit/database/columns";
import { Title } from "@an-sinh/subgraph-kit/federation/titles";
import { Translated } from "@an-sinh/subgraph-kit/languages/translated";
import { DateScalar, VndScalar } from "@an-sinh/subgraph-kit/scalars";
import { Field, ID, Int, ObjectType } from "type-graphql";
import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from "typeorm";
import { MeritoriousRecordEntity } from "../meritorious-record/meritorious-record.entity.js";
import { CareKind } from "./care-benefit.enums.js";

@ObjectType("CareBenefit", {
  description:
    "A convalescence, gift or one-off benefit that was given because of a record. What may be drawn on a day, whether it was given or not, is in allowances.",
})
@Entity("care_benefit")
@Index(["recordId", "paidOn", "id"])
export class CareBenefitEntity {
  @Title("Mã định danh khoản chăm sóc", "Benefit ID")
  @Field(() => ID, { description: "Opaque and stable." })
  @PrimaryColumn({ ...identifier })
  id!: string;

  @Column({ ...identifier, name: "record_id" })
  recordId!: string;

  @ManyToOne(() => MeritoriousRecordEntity)
  @JoinColumn({ name: "record_id" })
  record?: MeritoriousRecordEntity;

  /** Where the record was kept when it was given. */
  @Column({ ...identifier, name: "locality_id" })
  localityId!: string;

  @Title("Chế độ chăm sóc", "Kind of benefit")
  @Field(() => CareKind, { description: "The kind of care." })
  @Column({ ...enumeration })
  kind!: CareKind;

  @Title("Năm")
  @Field(() => Int, { description: "The year in which it was given." })
  @Column({ type: "int" })
  year!: number;

  @Title("Số tiền")
  @Field(() => VndScalar, { description: "The amount, in dong." })
  @Column({ ...bigint })
  amount!: number;

  @Title("Ngày chi trả")
  @Field(() => DateScalar, { description: "The day on which it was given." })
  @Column({ type: "date", name: "paid_on" })
  paidOn!: string;

  @Translated()
  @Title("Căn cứ pháp lý")
  @Field(() => String, { description: "The provision that sets the amount." })
  @Column({ type: "varchar", length: 200, name: "legal_basis" })
  legalBasis!: string;
}
