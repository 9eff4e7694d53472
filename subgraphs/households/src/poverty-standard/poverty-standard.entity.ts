import { bigint, identifier } from "@an-sinh/subgraph-kit/database/columns";
import { CacheControl, maxAge } from "@an-sinh/subgraph-kit/federation/cache-control";
import { About, Title } from "@an-sinh/subgraph-kit/federation/titles";
import { Translated } from "@an-sinh/subgraph-kit/languages/translated";
import { DateScalar, VndScalar } from "@an-sinh/subgraph-kit/scalars";
import { Field, ID, Int, ObjectType } from "type-graphql";
import { Column, Entity, PrimaryColumn } from "typeorm";

@CacheControl({ maxAge: maxAge.catalog })
@ObjectType("PovertyStandard", {
  description:
    'What "poor" means in a place and time, with the decision that says so. Several standards may be in force at once.',
})
@Entity("poverty_standard")
export class PovertyStandardEntity {
  @Title("Mã chuẩn nghèo", "Poverty standard ID")
  @Field(() => ID, { description: 'Such as "central-2022".' })
  @PrimaryColumn({ ...identifier })
  id!: string;

  @Translated()
  @About("Cơ quan ban hành và giai đoạn áp dụng chuẩn nghèo.")
  @Title("Chuẩn nghèo", "Poverty standard")
  @Field(() => String, { description: "Who issued it and for which years." })
  @Column({ type: "varchar", length: 160 })
  name!: string;

  /** The province that issued it. Null: the central government. */
  @Column({ ...identifier, name: "issued_by_id", nullable: true })
  issuedById!: string | null;

  @Translated()
  @About("Nghị định, nghị quyết hoặc quyết định ban hành chuẩn nghèo.")
  @Title("Căn cứ pháp lý")
  @Field(() => String, { description: "The decree, resolution or decision that issued it." })
  @Column({ type: "varchar", length: 200, name: "legal_basis" })
  legalBasis!: string;

  @Title("Hiệu lực từ ngày")
  @Field(() => DateScalar, { description: "The first day it is in force." })
  @Column({ type: "date", name: "valid_from" })
  validFrom!: string;

  @Title("Rà soát từ ngày")
  @Field(() => DateScalar, {
    nullable: true,
    description:
      "From this day on, reviews are decided under it. It is before validFrom if a general review is held in advance: the classes decided then count from validFrom, and until then the classes of the standard before count. Null: from validFrom on.",
  })
  @Column({ type: "date", name: "reviewed_from", nullable: true })
  reviewedFrom!: string | null;

  @Title("Hiệu lực đến ngày")
  @Field(() => DateScalar, {
    nullable: true,
    description: "The last day it is in force. Null: no end is set.",
  })
  @Column({ type: "date", name: "valid_to", nullable: true })
  validTo!: string | null;

  @Title("Chuẩn thu nhập khu vực nông thôn")
  @Field(() => VndScalar, {
    description:
      "Dong a person a month. With an income at or below it, a rural household is poor or near-poor.",
  })
  @Column({ ...bigint, name: "rural_income_line" })
  ruralIncomeLine!: number;

  @Title("Chuẩn thu nhập khu vực thành thị")
  @Field(() => VndScalar, {
    description:
      "Dong a person a month. With an income at or below it, an urban household is poor or near-poor.",
  })
  @Column({ ...bigint, name: "urban_income_line" })
  urbanIncomeLine!: number;

  @Title("Chuẩn hộ nghèo theo thu nhập khu vực nông thôn")
  @Field(() => VndScalar, {
    nullable: true,
    description:
      "Dong a person a month. With an income at or below it, a rural household is poor whatever it lacks (Decision 59/2015/QD-TTg). Null: the standard has no such line.",
  })
  @Column({ ...bigint, name: "rural_poor_line", nullable: true })
  ruralPoorLine!: number | null;

  @Title("Chuẩn hộ nghèo theo thu nhập khu vực thành thị")
  @Field(() => VndScalar, {
    nullable: true,
    description:
      "Dong a person a month. With an income at or below it, an urban household is poor whatever it lacks (Decision 59/2015/QD-TTg). Null: the standard has no such line.",
  })
  @Column({ ...bigint, name: "urban_poor_line", nullable: true })
  urbanPoorLine!: number | null;

  @Title("Chuẩn mức sống trung bình khu vực nông thôn", "Rural average living standard")
  @Field(() => VndScalar, {
    description:
      "Dong a person a month. With an income up to it, the living standard of a rural household is average.",
  })
  @Column({ ...bigint, name: "rural_average_line" })
  ruralAverageLine!: number;

  @Title("Chuẩn mức sống trung bình khu vực thành thị", "Urban average living standard")
  @Field(() => VndScalar, {
    description:
      "Dong a person a month. With an income up to it, the living standard of an urban household is average.",
  })
  @Column({ ...bigint, name: "urban_average_line" })
  urbanAverageLine!: number;

  @Title("Số chỉ số thiếu hụt tối thiểu của hộ nghèo")
  @Field(() => Int, {
    description:
      "With an income at or below the income line, a household that has at least so many deprivations is poor. One that has fewer is near-poor, unless its income is at or below the poor line.",
  })
  @Column({ type: "int", name: "minimum_deprivations_for_poor" })
  minimumDeprivationsForPoor!: number;

  /** The indicators that the standard counts: one bit each, see `deprivation.ts`. */
  @Column({ type: "int", name: "counted_deprivations", default: 4_095 })
  countedDeprivations!: number;
}
