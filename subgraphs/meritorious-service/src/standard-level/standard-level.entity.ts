import { bigint } from "@an-sinh/subgraph-kit/database/columns";
import { CacheControl, maxAge } from "@an-sinh/subgraph-kit/federation/cache-control";
import { About, Title } from "@an-sinh/subgraph-kit/federation/titles";
import { Translated } from "@an-sinh/subgraph-kit/languages/translated";
import { DateScalar, VndScalar } from "@an-sinh/subgraph-kit/scalars";
import { Field, ObjectType } from "type-graphql";
import { Column, Entity, PrimaryColumn } from "typeorm";

@CacheControl({ maxAge: maxAge.catalog })
@ObjectType("MeritoriousStandardLevel", {
  description:
    "The standard level of benefits for people with meritorious service: allowances are multiples of it.",
})
@Entity("standard_level")
export class StandardLevelEntity {
  @Title("Hiệu lực từ ngày")
  @Field(() => DateScalar, { description: "The first day on which it is in force." })
  @PrimaryColumn({ type: "date", name: "valid_from" })
  validFrom!: string;

  @Title("Hiệu lực đến ngày")
  @Field(() => DateScalar, {
    nullable: true,
    description: "The last such day. Null: no end is set.",
  })
  @Column({ type: "date", name: "valid_to", nullable: true })
  validTo!: string | null;

  @About("Mức chuẩn trợ cấp mỗi tháng (đồng).")
  @Title("Mức chuẩn hằng tháng", "Standard level a month")
  @Field(() => VndScalar, { description: "The level a month, in dong." })
  @Column({ ...bigint, name: "monthly_amount" })
  monthlyAmount!: number;

  @Title("Làm tròn đến")
  @Field(() => VndScalar, {
    description:
      "Multiples of the level are rounded to so many dong, half of it upwards: 1,000 rounds to thousands. 1: to whole dong.",
  })
  @Column({ ...bigint, name: "rounded_to", default: 1 })
  roundedTo!: number;

  @Translated()
  @Title("Căn cứ của việc làm tròn", "Legal basis of the rounding")
  @Field(() => String, {
    nullable: true,
    description:
      "The provision by which they are rounded so. Null: none is on record, and whole dong are paid.",
  })
  @Column({ type: "varchar", length: 200, name: "rounding_legal_basis", nullable: true })
  roundingLegalBasis!: string | null;

  @Translated()
  @About("Nghị định quy định mức chuẩn trợ cấp.")
  @Title("Căn cứ pháp lý")
  @Field(() => String, { description: "The decree that set it." })
  @Column({ type: "varchar", length: 200, name: "legal_basis" })
  legalBasis!: string;
}
