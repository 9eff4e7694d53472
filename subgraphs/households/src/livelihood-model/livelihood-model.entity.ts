import { bigint, identifier } from "@an-sinh/subgraph-kit/database/columns";
import { Title } from "@an-sinh/subgraph-kit/federation/titles";
import { Translated } from "@an-sinh/subgraph-kit/languages/translated";
import { DateScalar, VndScalar } from "@an-sinh/subgraph-kit/scalars";
import { Field, ID, ObjectType } from "type-graphql";
import { Column, Entity, PrimaryColumn } from "typeorm";

@ObjectType("LivelihoodModel", {
  description: "A production model in which poor and near-poor households take part to earn their living.",
})
@Entity("livelihood_model")
export class LivelihoodModelEntity {
  @Title("Mã định danh mô hình", "Livelihood model ID")
  @Field(() => ID, { description: "Opaque and stable." })
  @PrimaryColumn({ ...identifier })
  id!: string;

  @Translated()
  @Title("Tên mô hình", "Livelihood model")
  @Field(() => String, { description: 'What is produced: "Nuôi gà Tiên Yên".' })
  @Column({ type: "varchar", length: 160 })
  name!: string;

  @Column({ ...identifier, name: "locality_id" })
  localityId!: string;

  @Title("Ngày bắt đầu")
  @Field(() => DateScalar, { description: "The day of the decision that started it." })
  @Column({ type: "date", name: "started_on" })
  startedOn!: string;

  @Title("Kinh phí mô hình")
  @Field(() => VndScalar, { description: "Dong given to it from all sources." })
  @Column({ ...bigint })
  budget!: number;

  @Title("Số quyết định")
  @Field(() => String, { nullable: true, description: "The number of the decision. Null: not on record." })
  @Column({ type: "varchar", length: 60, name: "decision_number", nullable: true })
  decisionNumber!: string | null;
}
