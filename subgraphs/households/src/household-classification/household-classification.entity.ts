import { enumeration, identifier } from "@an-sinh/subgraph-kit/database/columns";
import { About, Title } from "@an-sinh/subgraph-kit/federation/titles";
import { DateScalar } from "@an-sinh/subgraph-kit/scalars";
import { Field, ObjectType } from "type-graphql";
import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from "typeorm";
import { PovertyReviewEntity } from "../poverty-review/poverty-review.entity.js";
import { HouseholdClass } from "../poverty-standard/household-class.js";

@ObjectType("HouseholdClassification", {
  description:
    "The class of a household under one standard, between two days. A review gives one class, or two where two standards are in force.",
})
@Entity("household_classification")
@Index(["localityId", "standardId", "since", "until"])
@Index(["householdId", "standardId", "since", "until", "class"])
@Index(["localityId", "class", "until"])
export class HouseholdClassificationEntity {
  @PrimaryColumn({ ...identifier, name: "review_id" })
  reviewId!: string;

  @PrimaryColumn({ ...identifier, name: "standard_id" })
  standardId!: string;

  @ManyToOne(() => PovertyReviewEntity)
  @JoinColumn({ name: "review_id" })
  review?: PovertyReviewEntity;

  /** Whether the province reports by this standard: its own if it issued one, else the central one. */
  @Column({ type: "boolean", name: "is_reporting", default: true })
  isReporting!: boolean;

  @Column({ ...identifier, name: "household_id" })
  householdId!: string;

  /** The locality of the household. It is repeated here so that an index serves the lists of a unit. */
  @Column({ ...identifier, name: "locality_id" })
  localityId!: string;

  /** Whether the household is of an ethnic minority. It is repeated here so that the totals can count it. */
  @Column({ type: "boolean", name: "is_minority", default: false })
  isMinority!: boolean;

  @About("Kết quả phân loại hộ.")
  @Title("Phân loại hộ", "Class of household")
  @Field(() => HouseholdClass, { description: "The class." })
  @Column({ ...enumeration })
  class!: HouseholdClass;

  @About(
    "Ngày đầu tiên kết quả phân loại có hiệu lực: ngày của quyết định, hoặc ngày đầu tiên áp dụng chuẩn nghèo nếu rà soát được thực hiện trước (rà soát năm 2021: từ 01/01/2022).",
  )
  @Title("Phân loại từ ngày", "In the class since")
  @Field(() => DateScalar, {
    description:
      "The first day it is in force: the day of the decision, or the standard's first day if the review was held in advance (that of 2021: 2022-01-01).",
  })
  @Column({ type: "date" })
  since!: string;

  @About(
    "Ngày cuối cùng kết quả phân loại có hiệu lực: trước kỳ rà soát tiếp theo, khi hết 36 tháng của hộ mới thoát nghèo, hoặc trước khi hộ ra khỏi sổ quản lý. Để trống: đến kỳ rà soát tiếp theo.",
  )
  @Title("Phân loại đến ngày", "In the class until")
  @Field(() => DateScalar, {
    nullable: true,
    description:
      "The last day it is in force: the day before the next review counts, the end of the 36 months of a newly escaped household, or the last day before the household left the register without another review. Null: until the next review.",
  })
  @Column({ type: "date", nullable: true })
  until!: string | null;
}
