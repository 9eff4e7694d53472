import { decimal, enumeration, identifier } from "@an-sinh/subgraph-kit/database/columns";
import { CacheControl, maxAge } from "@an-sinh/subgraph-kit/federation/cache-control";
import { About, Title } from "@an-sinh/subgraph-kit/federation/titles";
import { Translated } from "@an-sinh/subgraph-kit/languages/translated";
import { Field, Float, ID, Int, ObjectType } from "type-graphql";
import { Column, Entity, Index, PrimaryColumn } from "typeorm";
import { TargetIndicator } from "./target.enums.js";

@CacheControl({ maxAge: maxAge.statistics })
@ObjectType("Target", { description: "What a unit planned to reach, and what it reached." })
@Entity("target")
@Index(["unitId", "fromYear", "toYear"])
export class TargetEntity {
  @Title("Mã định danh chỉ tiêu", "Target ID")
  @Field(() => ID, { description: "Opaque and stable." })
  @PrimaryColumn({ ...identifier })
  id!: string;

  @Column({ ...identifier, name: "unit_id" })
  unitId!: string;

  @About("Chỉ tiêu được giao.")
  @Title("Chỉ tiêu")
  @Field(() => TargetIndicator, { description: "What it measures." })
  @Column({ ...enumeration, length: 60 })
  indicator!: TargetIndicator;

  @About("Năm đầu của giai đoạn, tính từ 01/01.")
  @Title("Từ năm")
  @Field(() => Int, { description: "The first year, counted from 1 January." })
  @Column({ type: "int", name: "from_year" })
  fromYear!: number;

  @About("Năm cuối của giai đoạn: chỉ tiêu phải đạt trước ngày 31/12 của năm này.")
  @Title("Đến năm")
  @Field(() => Int, { description: "The last year: the target is to be reached by its 31 December." })
  @Column({ type: "int", name: "to_year" })
  toYear!: number;

  @About(
    "Kế hoạch đề ra, tính bằng điểm phần trăm, số hộ hoặc % tùy chỉ tiêu. Đối với chỉ tiêu giảm: mức giảm.",
  )
  @Title("Kế hoạch")
  @Field(() => Float, {
    description:
      "The plan, in percentage points, households or percent, as the indicator says. If something is to fall: by how much.",
  })
  @Column({ ...decimal(12, 3) })
  planned!: number;

  @About(
    "Năm địa phương báo cáo đã đạt chỉ tiêu trước khi kết thúc giai đoạn. Để trống: không có báo cáo như vậy.",
  )
  @Title("Năm hoàn thành", "Year reached")
  @Field(() => Int, {
    nullable: true,
    description:
      "The year in which the unit reported that it had reached the target before the end of its term. Null: it reported no such thing.",
  })
  @Column({ type: "int", name: "reached_year", nullable: true })
  reachedYear!: number | null;

  /** What the unit itself said that it reached. Null: it said nothing. */
  @Column({ ...decimal(12, 3), name: "stated_achieved", nullable: true })
  statedAchieved!: number | null;

  @Translated()
  @About(
    'Kế hoạch, nghị quyết hoặc quyết định giao chỉ tiêu. Ghi "số liệu mẫu" nếu con số là dữ liệu minh họa.',
  )
  @Title("Căn cứ pháp lý")
  @Field(() => String, {
    description:
      'The plan, resolution or decision that set it. It says "sample value" where the number is made up.',
  })
  @Column({ type: "varchar", length: 300, name: "legal_basis" })
  legalBasis!: string;
}
