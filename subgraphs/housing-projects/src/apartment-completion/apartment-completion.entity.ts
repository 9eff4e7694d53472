import { identifier } from "@an-sinh/subgraph-kit/database/columns";
import { CacheControl, maxAge } from "@an-sinh/subgraph-kit/federation/cache-control";
import { Title } from "@an-sinh/subgraph-kit/federation/titles";
import { DateScalar } from "@an-sinh/subgraph-kit/scalars";
import { Field, Int, ObjectType } from "type-graphql";
import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from "typeorm";
import { SocialHousingProjectEntity } from "../social-housing-project/social-housing-project.entity.js";

@CacheControl({ maxAge: maxAge.statistics })
@ObjectType("ApartmentCompletion", { description: "A phase of a social housing project that is completed." })
@Entity("apartment_completion")
@Index(["projectId", "completedOn", "apartments"])
export class ApartmentCompletionEntity {
  @PrimaryColumn({ ...identifier, name: "project_id" })
  projectId!: string;

  @ManyToOne(() => SocialHousingProjectEntity)
  @JoinColumn({ name: "project_id" })
  project?: SocialHousingProjectEntity;

  @Title("Giai đoạn")
  @Field(() => Int, { description: "The phase, counted from 1." })
  @PrimaryColumn({ type: "int" })
  phase!: number;

  @Title("Ngày hoàn thành")
  @Field(() => DateScalar, { description: "The day on which the apartments were accepted for use." })
  @Column({ type: "date", name: "completed_on" })
  completedOn!: string;

  @Title("Số căn hộ hoàn thành trong giai đoạn", "Apartments completed in the phase")
  @Field(() => Int, { description: "How many apartments this phase added." })
  @Column({ type: "int" })
  apartments!: number;
}
