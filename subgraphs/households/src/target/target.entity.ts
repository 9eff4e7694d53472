import { decimal, enumeration, identifier } from "@an-sinh/subgraph-kit/database/columns";
import { CacheControl, maxAge } from "@an-sinh/subgraph-kit/federation/cache-control";
import { Title } from "@an-sinh/subgraph-kit/federation/titles";
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

  @Title("Chỉ tiêu")
  @Field(() => TargetIndicator, { description: "What it measures." })
  @Column({ ...enumeration, length: 60 })
  indicator!: TargetIndicator;

  @Title("Từ năm")
  @Field(() => Int, { description: "The first year, counted from 1 January." })
  @Column({ type: "int", name: "from_year" })
  fromYear!: number;

  @Title("Đến năm")
  @Field(() => Int, { description: "The last year: the target is to be reached by its 31 December." })
  @Column({ type: "int", name: "to_year" })
  toYear!: number;

  @Title("Kế hoạch")
  @Field(() => Float, {
    description:
      "The plan, in percentage points, households or percent, as the indicator says. If something is to fall: by how much.",
  })
  @Column({ ...decimal(12, 3) })
  planned!: number;

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
  @Title("Căn cứ pháp lý")
  @Field(() => String, {
    description:
      'The plan, resolution or decision that set it. It says "sample value" where the number is made up.',
  })
  @Column({ type: "varchar", length: 300, name: "legal_basis" })
  legalBasis!: string;
}
