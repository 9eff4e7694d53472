import { decimal, identifier } from "@an-sinh/subgraph-kit/database/columns";
import { CacheControl, maxAge } from "@an-sinh/subgraph-kit/federation/cache-control";
import { Title } from "@an-sinh/subgraph-kit/federation/titles";
import { Translated } from "@an-sinh/subgraph-kit/languages/translated";
import { Field, Float, ID, Int, ObjectType } from "type-graphql";
import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from "typeorm";
import { AssistanceProgramEntity } from "../assistance-program/assistance-program.entity.js";

@CacheControl({ maxAge: maxAge.catalog })
@ObjectType("SupportTopUp", {
  description:
    "A level of support that a unit set higher than the central government, from its own budget, for some years.",
})
@Entity("support_top_up")
@Index(["unitId", "fromYear", "toYear"])
export class SupportTopUpEntity {
  @Title("Mã định danh mức hỗ trợ", "Top-up ID")
  @Field(() => ID, { description: "Opaque and stable." })
  @PrimaryColumn({ ...identifier })
  id!: string;

  /** The unit that set it. The parts of the unit do not list it. */
  @Column({ ...identifier, name: "unit_id" })
  unitId!: string;

  @Translated()
  @Title("Khoản hỗ trợ")
  @Field(() => String, { description: "What the support is called." })
  @Column({ type: "varchar", length: 160 })
  support!: string;

  @Column({ ...identifier, name: "program_code", nullable: true })
  programCode!: string | null;

  @ManyToOne(() => AssistanceProgramEntity)
  @JoinColumn({ name: "program_code" })
  program?: AssistanceProgramEntity | null;

  @Title("Từ năm")
  @Field(() => Int, { description: "The first year." })
  @Column({ type: "int", name: "from_year" })
  fromYear!: number;

  @Title("Đến năm")
  @Field(() => Int, { description: "The last year." })
  @Column({ type: "int", name: "to_year" })
  toYear!: number;

  /** The first day, if the central support that it raises began within the first year. Null: 1 January. */
  @Column({ type: "date", name: "began_on", nullable: true })
  beganOn!: string | null;

  @Title("Số lần so với mức của Trung ương", "Times the central level")
  @Field(() => Float, { description: "How many times the central level: 1.3 means 30 % above it." })
  @Column({ ...decimal(5, 3), name: "times_central" })
  timesCentral!: number;

  @Translated()
  @Title("Căn cứ pháp lý")
  @Field(() => String, { description: "The resolution or decision that it rests on." })
  @Column({ type: "varchar", length: 300, name: "legal_basis" })
  legalBasis!: string;
}
