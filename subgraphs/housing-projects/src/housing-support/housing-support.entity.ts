import { bigint, enumeration, identifier } from "@an-sinh/subgraph-kit/database/columns";
import { Audited } from "@an-sinh/subgraph-kit/federation/audited";
import { RequiresScopes } from "@an-sinh/subgraph-kit/federation/requires-scopes";
import { About, Title } from "@an-sinh/subgraph-kit/federation/titles";
import { DateScalar, VndScalar } from "@an-sinh/subgraph-kit/scalars";
import { Field, ID, ObjectType } from "type-graphql";
import { Column, Entity, Index, PrimaryColumn } from "typeorm";
import { ConstructionKind } from "../construction-kind/construction-kind.enums.js";
import { HousingSupportProgram } from "./housing-support.enums.js";

@Audited({ by: "household { id }" })
@RequiresScopes("housing:read")
@ObjectType("HousingSupport", {
  description: "Money that a household was granted to build or repair its house.",
})
@Entity("housing_support")
@Index(["householdId", "decidedOn", "id"])
export class HousingSupportEntity {
  @Title("Mã định danh khoản hỗ trợ nhà ở", "Housing support ID")
  @Field(() => ID, { description: "Opaque and stable." })
  @PrimaryColumn({ ...identifier })
  id!: string;

  @Column({ ...identifier, name: "household_id" })
  householdId!: string;

  /** Where the house stands. */
  @Column({ ...identifier, name: "locality_id" })
  localityId!: string;

  @About("Chương trình hỗ trợ nhà ở.")
  @Title("Chương trình hỗ trợ nhà ở", "Housing support program")
  @Field(() => HousingSupportProgram, { description: "The program under which it was granted." })
  @Column({ ...enumeration })
  program!: HousingSupportProgram;

  @About("Loại công trình được hỗ trợ.")
  @Title("Hình thức xây dựng", "Kind of construction")
  @Field(() => ConstructionKind, { description: "What is built with it." })
  @Column({ ...enumeration })
  kind!: ConstructionKind;

  @About("Tổng mức hỗ trợ từ tất cả các nguồn (đồng).")
  @Title("Số tiền hỗ trợ nhà ở", "Amount of housing support")
  @Field(() => VndScalar, { description: "The whole support, in dong: the sum of what the sources pay." })
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

  @Title("Ngày quyết định")
  @Field(() => DateScalar, { description: "The day of the granting decision." })
  @Column({ type: "date", name: "decided_on" })
  decidedOn!: string;

  @About("Ngày nghiệm thu công trình. Để trống: chưa hoàn thành.")
  @Title("Ngày hoàn thành")
  @Field(() => DateScalar, {
    nullable: true,
    description: "The day on which the work was accepted. Null: not completed yet.",
  })
  @Column({ type: "date", name: "completed_on", nullable: true })
  completedOn!: string | null;
}
