import { bigint, enumeration, identifier } from "@an-sinh/subgraph-kit/database/columns";
import { Title } from "@an-sinh/subgraph-kit/federation/titles";
import { DateScalar, VndScalar } from "@an-sinh/subgraph-kit/scalars";
import { Field, ID, ObjectType } from "type-graphql";
import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from "typeorm";
import { HouseholdEntity } from "../household/household.entity.js";
import { HouseholdClass } from "../poverty-standard/household-class.js";

@ObjectType("PovertyReview", {
  description:
    "What a review found in a household: its income, its deprivations and the class decided on (Decision 24/2021/QD-TTg).",
})
@Entity("poverty_review")
@Index(["householdId", "reviewedOn", "id"])
export class PovertyReviewEntity {
  @Title("Mã định danh kỳ rà soát", "Review ID")
  @Field(() => ID, { description: "Opaque and stable." })
  @PrimaryColumn({ ...identifier })
  id!: string;

  @Column({ ...identifier, name: "household_id" })
  householdId!: string;

  @ManyToOne(() => HouseholdEntity)
  @JoinColumn({ name: "household_id" })
  household?: HouseholdEntity;

  @Title("Kỳ rà soát", "Review round")
  @Field(() => String, {
    description:
      'The review round: the year of an annual round, "2024", held from 1 September to 14 December.',
  })
  @Column({ type: "varchar", length: 20 })
  round!: string;

  @Title("Ngày rà soát")
  @Field(() => DateScalar, { description: "The day the household was scored." })
  @Column({ type: "date", name: "reviewed_on" })
  reviewedOn!: string;

  @Title("Thu nhập bình quân đầu người/tháng")
  @Field(() => VndScalar, { description: "Income in dong a person a month." })
  @Column({ ...bigint, name: "monthly_income_per_person" })
  monthlyIncomePerPerson!: number;

  /** One bit per deprivation, see `deprivation.ts`. */
  @Column({ type: "int" })
  deprivations!: number;

  @Title("Kết quả phân loại", "Decided class")
  @Field(() => HouseholdClass, {
    description:
      "The class that was decided, under the standard that the province reports by: its `standard`.",
  })
  @Column({ ...enumeration })
  class!: HouseholdClass;

  @Title("Số quyết định")
  @Field(() => String, { nullable: true, description: "The number of the decision. Null: not decided yet." })
  @Column({ type: "varchar", length: 60, name: "decision_number", nullable: true })
  decisionNumber!: string | null;

  @Title("Ngày quyết định")
  @Field(() => DateScalar, { nullable: true, description: "The day of the decision. Null: not decided yet." })
  @Column({ type: "date", name: "decided_on", nullable: true })
  decidedOn!: string | null;
}
