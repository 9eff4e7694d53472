import { bigint, identifier } from "@an-sinh/subgraph-kit/database/columns";
import { Title } from "@an-sinh/subgraph-kit/federation/titles";
import { Translated } from "@an-sinh/subgraph-kit/languages/translated";
import { DateScalar, VndScalar } from "@an-sinh/subgraph-kit/scalars";
import { Field, ID, ObjectType } from "type-graphql";
import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from "typeorm";
import { MeritoriousRecordEntity } from "../meritorious-record/meritorious-record.entity.js";

@ObjectType("HealthInsuranceCard", {
  description:
    "Health insurance for a year that the state pays for a person because of a record. The card's number is not kept here.",
})
@Entity("health_insurance_card")
@Index(["recordId", "validFrom", "id"])
export class HealthInsuranceCardEntity {
  @Title("Mã định danh thẻ bảo hiểm y tế", "Card ID")
  @Field(() => ID, { description: "Opaque and stable; not the card's number." })
  @PrimaryColumn({ ...identifier })
  id!: string;

  @Column({ ...identifier, name: "record_id" })
  recordId!: string;

  @ManyToOne(() => MeritoriousRecordEntity)
  @JoinColumn({ name: "record_id" })
  record?: MeritoriousRecordEntity;

  /** Where the record was kept when the card was issued. */
  @Column({ ...identifier, name: "locality_id" })
  localityId!: string;

  /** The year that is paid for. It repeats the year of the days below. */
  @Column({ type: "int" })
  year!: number;

  @Title("Mức đóng bảo hiểm y tế")
  @Field(() => VndScalar, { description: "What the state pays for the card, in dong." })
  @Column({ ...bigint })
  premium!: number;

  @Title("Hiệu lực từ ngày")
  @Field(() => DateScalar, { description: "The first insured day." })
  @Column({ type: "date", name: "valid_from" })
  validFrom!: string;

  @Title("Hiệu lực đến ngày")
  @Field(() => DateScalar, { description: "The last insured day." })
  @Column({ type: "date", name: "valid_to" })
  validTo!: string;

  @Translated()
  @Title("Căn cứ pháp lý")
  @Field(() => String, { description: "The provision by which the state pays." })
  @Column({ type: "varchar", length: 200, name: "legal_basis" })
  legalBasis!: string;
}
