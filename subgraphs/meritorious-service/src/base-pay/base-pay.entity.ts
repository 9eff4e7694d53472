import { bigint } from "@an-sinh/subgraph-kit/database/columns";
import { CacheControl, maxAge } from "@an-sinh/subgraph-kit/federation/cache-control";
import { Title } from "@an-sinh/subgraph-kit/federation/titles";
import { Translated } from "@an-sinh/subgraph-kit/languages/translated";
import { DateScalar, VndScalar } from "@an-sinh/subgraph-kit/scalars";
import { Field, ObjectType } from "type-graphql";
import { Column, Entity, PrimaryColumn } from "typeorm";

@CacheControl({ maxAge: maxAge.catalog })
@ObjectType("MeritoriousBasePay", {
  description:
    "The base pay of public employees, between two days. The state's health insurance premiums and the funeral benefit follow it.",
})
@Entity("base_pay")
export class BasePayEntity {
  @Title("Hiệu lực từ ngày")
  @Field(() => DateScalar, { description: "The first day on which it is in force." })
  @PrimaryColumn({ type: "date", name: "valid_from" })
  validFrom!: string;

  @Title("Hiệu lực đến ngày")
  @Field(() => DateScalar, { nullable: true, description: "The last such day. Null: no end is set." })
  @Column({ type: "date", name: "valid_to", nullable: true })
  validTo!: string | null;

  @Title("Mức lương cơ sở/tháng")
  @Field(() => VndScalar, { description: "The base pay a month, in dong." })
  @Column({ ...bigint, name: "monthly_amount" })
  monthlyAmount!: number;

  @Translated()
  @Title("Căn cứ pháp lý")
  @Field(() => String, { description: "The decree that set it." })
  @Column({ type: "varchar", length: 200, name: "legal_basis" })
  legalBasis!: string;
}
