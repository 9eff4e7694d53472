import { decimal, enumeration, identifier, sortKey } from "@an-sinh/subgraph-kit/database/columns";
import { CacheControl, maxAge } from "@an-sinh/subgraph-kit/federation/cache-control";
import { About, Title } from "@an-sinh/subgraph-kit/federation/titles";
import { DateScalar } from "@an-sinh/subgraph-kit/scalars";
import { Directive, Field, Float, ID, Int, ObjectType } from "type-graphql";
import { Column, Entity, Index, PrimaryColumn } from "typeorm";
import { HousingAudience, ProjectStatus } from "./social-housing-project.enums.js";

@CacheControl({ maxAge: maxAge.statistics })
@ObjectType("SocialHousingProject", {
  description:
    "A social housing project: where it is built, by whom, for whom, and how many apartments it plans.",
})
@Directive('@key(fields: "id")')
@Entity("social_housing_project")
@Index(["nameOrder", "id"])
@Index(["approvalOrder", "id"])
@Index(["plannedApartments", "id"])
@Index(["localityId", "id"])
export class SocialHousingProjectEntity {
  @Title("Mã định danh dự án", "Project ID")
  @Field(() => ID, { description: "Opaque and stable." })
  @PrimaryColumn({ ...identifier })
  id!: string;

  @About("Tên dự án theo quyết định phê duyệt.")
  @Title("Dự án nhà ở xã hội", "Social housing project")
  @Field(() => String, { description: "The name in the approving decision, in Vietnamese." })
  @Column({ type: "varchar", length: 160 })
  name!: string;

  /** The sort key of the order by name. */
  @Column({ ...sortKey, name: "name_order" })
  nameOrder!: string;

  @Column({ ...identifier, name: "locality_id" })
  localityId!: string;

  /** The commune of today that the locality lies in. */
  @Column({ ...identifier, name: "commune_id" })
  communeId!: string;

  @About("Chủ đầu tư dự án.")
  @Title("Chủ đầu tư")
  @Field(() => String, { description: "The investor who builds it." })
  @Column({ type: "varchar", length: 160 })
  developer!: string;

  @About("Đối tượng mà dự án phục vụ.")
  @Title("Đối tượng thụ hưởng", "Built for")
  @Field(() => HousingAudience, { description: "The people for whom it is built." })
  @Column({ ...enumeration })
  audience!: HousingAudience;

  @Title("Diện tích đất (ha)", "Land area (ha)")
  @Field(() => Float, { description: "The land of the project, in hectares." })
  @Column({ ...decimal(8, 2), name: "land_area_hectares" })
  landAreaHectares!: number;

  @About("Số căn hộ khi hoàn thành tất cả các giai đoạn.")
  @Title("Số căn hộ theo quy hoạch")
  @Field(() => Int, { description: "How many apartments it will have when all phases are completed." })
  @Column({ type: "int", name: "planned_apartments" })
  plannedApartments!: number;

  @Title("Quy mô dân số theo quy hoạch", "Planned capacity (people)")
  @Field(() => Int, { description: "How many people the planned apartments can house." })
  @Column({ type: "int", name: "planned_capacity_people" })
  plannedCapacityPeople!: number;

  @About("Tình trạng dự án hiện nay.")
  @Title("Tình trạng dự án", "Status of project")
  @Field(() => ProjectStatus, { description: "Its status today." })
  @Column({ ...enumeration })
  status!: ProjectStatus;

  @About("Số quyết định phê duyệt dự án. Để trống: chưa được phê duyệt.")
  @Title("Số quyết định chủ trương đầu tư", "Approving decision")
  @Field(() => String, {
    nullable: true,
    description: "The number of the approving decision. Null: not approved yet.",
  })
  @Column({ type: "varchar", length: 60, name: "decision_number", nullable: true })
  decisionNumber!: string | null;

  @Title("Ngày phê duyệt")
  @Field(() => DateScalar, {
    nullable: true,
    description: "The day of the approving decision. Null: not approved yet.",
  })
  @Column({ type: "date", name: "approved_on", nullable: true })
  approvedOn!: string | null;

  /** The sort key of the order by approval: `approvedOn`, or a far day for a project that is not approved yet. */
  @Column({ type: "date", name: "approval_order" })
  approvalOrder!: string;
}

/** The value of `approvalOrder` for a day of approval. Null: not approved yet. */
export const approvalOrderOf = (approvedOn: string | null): string => approvedOn ?? "9999-12-31";
