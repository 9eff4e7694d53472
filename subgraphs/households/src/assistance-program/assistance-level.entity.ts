import { bigint, identifier } from "@an-sinh/subgraph-kit/database/columns";
import { CacheControl, maxAge } from "@an-sinh/subgraph-kit/federation/cache-control";
import { Title } from "@an-sinh/subgraph-kit/federation/titles";
import { Translated } from "@an-sinh/subgraph-kit/languages/translated";
import { DateScalar, VndScalar } from "@an-sinh/subgraph-kit/scalars";
import { Field, Int, ObjectType } from "type-graphql";
import { Column, Entity, JoinColumn, ManyToOne, PrimaryColumn } from "typeorm";
import { AssistanceProgramEntity } from "./assistance-program.entity.js";

@CacheControl({ maxAge: maxAge.catalog })
@ObjectType("AssistanceLevel", {
  description: "How much a program gives, to whom and between which days, with the provision that says so.",
})
@Entity("assistance_level")
export class AssistanceLevelEntity {
  @PrimaryColumn({ ...identifier, name: "program_code" })
  programCode!: string;

  @ManyToOne(() => AssistanceProgramEntity)
  @JoinColumn({ name: "program_code" })
  program?: AssistanceProgramEntity;

  @Title("Hiệu lực từ ngày")
  @Field(() => DateScalar, { description: "The first day it is in force." })
  @PrimaryColumn({ type: "date", name: "valid_from" })
  validFrom!: string;

  @Title("Hiệu lực đến ngày")
  @Field(() => DateScalar, {
    nullable: true,
    description: "The last day it is in force. Null: no end is set.",
  })
  @Column({ type: "date", name: "valid_to", nullable: true })
  validTo!: string | null;

  @Title("Mức hằng tháng")
  @Field(() => VndScalar, {
    description: "Dong a person a month. A coefficient, where a person has one, multiplies it.",
  })
  @Column({ ...bigint, name: "monthly_amount" })
  monthlyAmount!: number;

  @Title("Tuổi tối thiểu")
  @Field(() => Int, {
    nullable: true,
    description: "The age from which a person receives it. Null: the age does not matter.",
  })
  @Column({ type: "int", name: "minimum_age", nullable: true })
  minimumAge!: number | null;

  @Title("Tuổi tối thiểu (hộ nghèo, hộ cận nghèo)", "Minimum age (poor and near-poor)")
  @Field(() => Int, {
    nullable: true,
    description: "The same for poor and near-poor households. Null: as for the others.",
  })
  @Column({ type: "int", name: "minimum_age_if_poor", nullable: true })
  minimumAgeIfPoor!: number | null;

  @Title("Chỉ khi không hưởng lương hưu", "Only without a pension")
  @Field(() => Boolean, {
    description:
      "Whether only somebody who receives no monthly pension or social-insurance benefit is entitled to it (the social pension: Decree 176/2025/ND-CP). Who receives one is not known here, because the social insurance keeps it: the graph tells who was granted the support, never who else is entitled to it.",
  })
  @Column({ type: "boolean", name: "is_only_without_pension", default: false })
  isOnlyWithoutPension!: boolean;

  @Translated()
  @Title("Căn cứ pháp lý")
  @Field(() => String, { description: "The provision that it rests on." })
  @Column({ type: "varchar", length: 300, name: "legal_basis" })
  legalBasis!: string;

  @Translated()
  @Title("Ghi chú")
  @Field(() => String, {
    nullable: true,
    description:
      "What else decides, such as whether another program excludes it. Null: nothing is on record.",
  })
  @Column({ type: "varchar", length: 300, nullable: true })
  remark!: string | null;
}
