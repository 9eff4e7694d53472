import { decimal, identifier } from "@an-sinh/subgraph-kit/database/columns";
import { CacheControl, maxAge } from "@an-sinh/subgraph-kit/federation/cache-control";
import { About, Title } from "@an-sinh/subgraph-kit/federation/titles";
import { Translated } from "@an-sinh/subgraph-kit/languages/translated";
import { DateScalar } from "@an-sinh/subgraph-kit/scalars";
import { Directive, Field, Float, ID, ObjectType } from "type-graphql";
import { Column, Entity, Index, PrimaryColumn } from "typeorm";

@CacheControl({ maxAge: maxAge.statistics })
@ObjectType("PublishedFigure", {
  description:
    "A figure that an official report or the press published, with its source. It stays as it was published, even if another source says something else. What the graph computes stands beside it.",
})
@Directive('@key(fields: "id")')
@Entity("published_figure")
@Index(["unitId", "id"])
@Index(["program", "id"])
export class PublishedFigureEntity {
  @Title("Mã số liệu công bố", "Published figure ID")
  @Field(() => ID, { description: 'Opaque and stable: "F14".' })
  @PrimaryColumn({ ...identifier })
  id!: string;

  /** The unit that the figure is about. Null: the whole country. */
  @Column({ ...identifier, name: "unit_id", nullable: true })
  unitId!: string | null;

  @Translated()
  @About('Chương trình hoặc lĩnh vực của số liệu, ví dụ "Nhà ở xã hội".')
  @Title("Chương trình")
  @Field(() => String, { description: 'The program or field to which it belongs: "social housing".' })
  @Column({ ...identifier, length: 120 })
  program!: string;

  @Translated()
  @About('Chỉ tiêu được công bố, ví dụ "Số căn hộ theo quy hoạch".')
  @Title("Chỉ tiêu")
  @Field(() => String, { description: 'What was measured: "planned apartments".' })
  @Column({ type: "varchar", length: 160 })
  indicator!: string;

  @Translated()
  @About('Kỳ số liệu như khi công bố, ví dụ "2024", "2022-2024", "Đến năm 2025".')
  @Title("Kỳ số liệu")
  @Field(() => String, { description: 'The period as published: "2024", "2022-2024", "to 2025".' })
  @Column({ type: "varchar", length: 60 })
  period!: string;

  @About("Ngày của số liệu: 31/12 nếu chỉ công bố năm; 01/01 là đầu năm. Để trống: không nêu ngày.")
  @Title("Tính đến ngày")
  @Field(() => DateScalar, {
    nullable: true,
    description:
      "The day at which it stood: 31 December if only the year was given. 1 January means at the start of that year. Null: no day was given.",
  })
  @Column({ type: "date", name: "as_of", nullable: true })
  asOf!: string | null;

  @About("Giá trị đã công bố, theo đơn vị tính.")
  @Title("Giá trị công bố", "Published value")
  @Field(() => Float, { description: "The figure as published, in `unit`." })
  @Column({ ...decimal(20, 3) })
  value!: number;

  @Translated()
  @About('Đơn vị tính của số liệu, ví dụ "hộ", "đồng", "% số hộ".')
  @Title("Đơn vị tính", "Unit of measure")
  @Field(() => String, { description: 'What it counts: "households", "VND", "percent of households".' })
  @Column({ type: "varchar", length: 60 })
  unit!: string;

  @Translated()
  @About('Mức độ chính xác như khi công bố: "hơn", "khoảng" hoặc ghi chú khác. Để trống: chính xác.')
  @Title("Từ chỉ mức độ")
  @Field(() => String, {
    nullable: true,
    description: 'How exact it is said to be: "more than", "about", or a remark. Null: exact.',
  })
  @Column({ type: "varchar", length: 200, nullable: true })
  qualifier!: string | null;

  @Translated()
  @About("Chuẩn nghèo mà nguồn tin nêu. Để trống: không nêu.")
  @Title("Chuẩn nghèo áp dụng")
  @Field(() => String, {
    nullable: true,
    description: "The poverty standard that the source names, in its words. Null: none named.",
  })
  @Column({ type: "varchar", length: 120, nullable: true })
  standard!: string | null;

  @Translated()
  @About("Nơi công bố số liệu.")
  @Title("Nguồn số liệu")
  @Field(() => String, { description: "Where it was published." })
  @Column({ type: "varchar", length: 200 })
  source!: string;

  /** What housing-projects computes. The gateway sends it where `computedValue` or `agrees` is asked for. */
  @Field(() => Float, { nullable: true })
  @Directive("@external")
  housingProjectsValue?: number | null;

  /** What credit-programs computes. The gateway sends it likewise. */
  @Field(() => Float, { nullable: true })
  @Directive("@external")
  creditProgramsValue?: number | null;

  /** Whether these values rest on sample data. The gateway sends them where `computedFromSample` is asked for. */
  @Field(() => Boolean, { nullable: true })
  @Directive("@external")
  housingProjectsIsSample?: boolean | null;

  @Field(() => Boolean, { nullable: true })
  @Directive("@external")
  creditProgramsIsSample?: boolean | null;
}
