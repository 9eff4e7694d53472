import { bigint, enumeration } from "@an-sinh/subgraph-kit/database/columns";
import { CacheControl, maxAge } from "@an-sinh/subgraph-kit/federation/cache-control";
import { Title } from "@an-sinh/subgraph-kit/federation/titles";
import { Translated } from "@an-sinh/subgraph-kit/languages/translated";
import { DateScalar, VndScalar } from "@an-sinh/subgraph-kit/scalars";
import { Field, ObjectType } from "type-graphql";
import { Column, Entity, PrimaryColumn } from "typeorm";
import { ApplicantSituation } from "./social-housing-eligibility.enums.js";

@CacheControl({ maxAge: maxAge.catalog })
@ObjectType("IncomeCeiling", {
  description:
    "The highest monthly income with which social housing may be bought or taken on lease purchase.",
})
@Entity("income_ceiling")
export class IncomeCeilingEntity {
  @Title("Hoàn cảnh gia đình", "Family situation")
  @Field(() => ApplicantSituation, { description: "The family situation that it is set for." })
  @PrimaryColumn({ ...enumeration })
  situation!: ApplicantSituation;

  @Title("Hiệu lực từ ngày")
  @Field(() => DateScalar, { description: "The first day on which it is in force." })
  @PrimaryColumn({ type: "date", name: "valid_from" })
  validFrom!: string;

  @Title("Hiệu lực đến ngày")
  @Field(() => DateScalar, {
    nullable: true,
    description: "The last day on which it is in force. Null: it has no end yet.",
  })
  @Column({ type: "date", name: "valid_to", nullable: true })
  validTo!: string | null;

  @Title("Mức trần thu nhập/tháng", "Ceiling of monthly income")
  @Field(() => VndScalar, { description: "Dong a month. For a couple: both incomes together." })
  @Column({ ...bigint, name: "monthly_income" })
  monthlyIncome!: number;

  @Translated()
  @Title("Căn cứ pháp lý")
  @Field(() => String, { description: "The decree that set it." })
  @Column({ type: "varchar", length: 200, name: "legal_basis" })
  legalBasis!: string;
}
