import { bigint, enumeration, identifier } from "@an-sinh/subgraph-kit/database/columns";
import { RequiresScopes } from "@an-sinh/subgraph-kit/federation/requires-scopes";
import { About, Title } from "@an-sinh/subgraph-kit/federation/titles";
import { Translated } from "@an-sinh/subgraph-kit/languages/translated";
import { DateScalar, VndScalar } from "@an-sinh/subgraph-kit/scalars";
import { Directive, Field, ID, ObjectType } from "type-graphql";
import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from "typeorm";
import { MeritoriousRecordEntity } from "../meritorious-record/meritorious-record.entity.js";
import { ConstructionKind } from "../external/construction-kind.stub.js";

@RequiresScopes("meritorious:read")
@ObjectType("HousingGrant", {
  description:
    "Money that a family of a person with meritorious service was granted to build or repair its house, under a decision on such families. It is not one of the housing department's supports.",
})
@Directive('@key(fields: "id")')
@Entity("housing_grant")
@Index(["householdId", "grantedOn", "id"])
@Index(["recordId", "grantedOn", "id"])
export class HousingGrantEntity {
  @Title("Mã định danh khoản hỗ trợ", "Housing grant ID")
  @Field(() => ID, { description: "Opaque and stable." })
  @PrimaryColumn({ ...identifier })
  id!: string;

  @Column({ ...identifier, name: "household_id" })
  householdId!: string;

  /** The person of the record. */
  @Column({ ...identifier, name: "person_id" })
  personId!: string;

  @Column({ ...identifier, name: "record_id" })
  recordId!: string;

  @ManyToOne(() => MeritoriousRecordEntity)
  @JoinColumn({ name: "record_id" })
  record?: MeritoriousRecordEntity;

  /** Where the house stands. */
  @Column({ ...identifier, name: "locality_id" })
  localityId!: string;

  @About("Loại công trình được xây mới hoặc sửa chữa.")
  @Title("Hình thức xây dựng", "Kind of construction")
  @Field(() => ConstructionKind, { description: "What is built or repaired with it." })
  @Column({ ...enumeration })
  kind!: ConstructionKind;

  @About("Mức hỗ trợ (đồng).")
  @Title("Số tiền hỗ trợ nhà ở người có công", "Amount of housing grant")
  @Field(() => VndScalar, { description: "The amount, in dong." })
  @Column({ ...bigint })
  amount!: number;

  @About("Số quyết định hỗ trợ. Để trống: chưa có trong dữ liệu.")
  @Title("Số quyết định")
  @Field(() => String, {
    nullable: true,
    description: "The number of the granting decision. Null: not on record.",
  })
  @Column({ type: "varchar", length: 60, name: "decision_number", nullable: true })
  decisionNumber!: string | null;

  @Translated()
  @About("Quyết định quy định chính sách hỗ trợ, ví dụ Quyết định số 22/2013/QĐ-TTg.")
  @Title("Căn cứ pháp lý")
  @Field(() => String, {
    description: 'The decision that provides for such grants: "Decision 22/2013/QD-TTg".',
  })
  @Column({ type: "varchar", length: 200, name: "legal_basis" })
  legalBasis!: string;

  @Title("Mã căn cứ pháp lý")
  @Field(() => String, {
    description:
      "The code of that decision: DECISION_22_2013 or DECISION_21_2024. Rules about several supports of one household use it.",
  })
  @Column({ ...identifier, name: "legal_basis_code" })
  legalBasisCode!: string;

  @About("Ngày ký quyết định hỗ trợ.")
  @Title("Ngày hỗ trợ")
  @Field(() => DateScalar, { description: "The day of the granting decision." })
  @Column({ type: "date", name: "granted_on" })
  grantedOn!: string;

  @About("Ngày nghiệm thu công trình. Để trống: chưa hoàn thành.")
  @Title("Ngày hoàn thành")
  @Field(() => DateScalar, {
    nullable: true,
    description: "The day on which the work was accepted. Null: not completed yet.",
  })
  @Column({ type: "date", name: "completed_on", nullable: true })
  completedOn!: string | null;
}
