import { enumeration, identifier } from "@an-sinh/subgraph-kit/database/columns";
import { Audited } from "@an-sinh/subgraph-kit/federation/audited";
import { RequiresScopes } from "@an-sinh/subgraph-kit/federation/requires-scopes";
import { About, Title } from "@an-sinh/subgraph-kit/federation/titles";
import { DateScalar } from "@an-sinh/subgraph-kit/scalars";
import { Directive, Field, ID, Int, ObjectType } from "type-graphql";
import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from "typeorm";
import { MeritoriousCategoryEntity } from "../meritorious-category/meritorious-category.entity.js";
import { MeritoriousStatus } from "./meritorious-record.enums.js";

@Audited({ by: "person { id }" })
@RequiresScopes("meritorious:read")
@ObjectType("MeritoriousRecord", {
  description:
    "The recognition of one person in one category: as a person with meritorious service, or as the relative of one (Ordinance 02/2020/UBTVQH14).",
})
@Directive('@key(fields: "id")')
@Entity("meritorious_record")
// Lists are ordered by locality and id. Each of these indexes serves a filter and ends in that order.
@Index(["localityId", "id"])
@Index(["categoryId", "localityId", "id"])
@Index(["status", "localityId", "id"])
@Index(["personId", "id"])
export class MeritoriousRecordEntity {
  @Title("Mã định danh hồ sơ", "Record ID")
  @Field(() => ID, { description: "Opaque and stable." })
  @PrimaryColumn({ ...identifier })
  id!: string;

  /** A person in the register of the households department. */
  @Column({ ...identifier, name: "person_id" })
  personId!: string;

  @Column({ ...identifier, name: "category_id" })
  categoryId!: string;

  @ManyToOne(() => MeritoriousCategoryEntity)
  @JoinColumn({ name: "category_id" })
  category?: MeritoriousCategoryEntity;

  /** The locality of the person's household: the record is kept there. */
  @Column({ ...identifier, name: "locality_id" })
  localityId!: string;

  @Title("Tỷ lệ tổn thương cơ thể (%)", "Injury rate (%)")
  @Field(() => Int, {
    nullable: true,
    description:
      "The loss of working capacity that the medical council found, in percent. It is assessed for war invalids (from 21 %), sick soldiers and victims of toxic chemicals. Null: the category is not assessed.",
  })
  @Column({ type: "int", name: "injury_rate_percent", nullable: true })
  injuryRatePercent!: number | null;

  @Title("Ngày công nhận")
  @Field(() => DateScalar, { description: "The day of the decision that recognized the person." })
  @Column({ type: "date", name: "recognized_on" })
  recognizedOn!: string;

  @About("Số quyết định công nhận. Để trống: chưa ghi nhận.")
  @Title("Số quyết định")
  @Field(() => String, { nullable: true, description: "The decision's number. Null: not recorded." })
  @Column({ type: "varchar", length: 60, name: "decision_number", nullable: true })
  decisionNumber!: string | null;

  @Title("Tình trạng hồ sơ", "Status of record")
  @Field(() => MeritoriousStatus, { description: "The record's status today." })
  @Column({ ...enumeration })
  status!: MeritoriousStatus;

  @Title("Ngày kết thúc")
  @Field(() => DateScalar, {
    nullable: true,
    description:
      "The first day on which the record is not in force any more: the day of death or of suspension. For a person recognized after death it is the day of recognition. Null: the record is in force.",
  })
  @Column({ type: "date", name: "ended_on", nullable: true })
  endedOn!: string | null;

  /** Null: the person is recognized for their own service. */
  @Index()
  @Column({ ...identifier, name: "relative_of_id", nullable: true })
  relativeOfId!: string | null;

  @ManyToOne(() => MeritoriousRecordEntity)
  @JoinColumn({ name: "relative_of_id" })
  relativeOf?: MeritoriousRecordEntity | null;
}
