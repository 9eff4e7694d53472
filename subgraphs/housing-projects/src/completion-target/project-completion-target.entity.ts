import { identifier } from "@an-sinh/subgraph-kit/database/columns";
import { CacheControl, maxAge } from "@an-sinh/subgraph-kit/federation/cache-control";
import { Title } from "@an-sinh/subgraph-kit/federation/titles";
import { Translated } from "@an-sinh/subgraph-kit/languages/translated";
import { Field, Int, ObjectType } from "type-graphql";
import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from "typeorm";
import { SocialHousingProjectEntity } from "../social-housing-project/social-housing-project.entity.js";

@CacheControl({ maxAge: maxAge.statistics })
@ObjectType("ProjectCompletionTarget", {
  description: "How many apartments of a project have to be completed in a year, and how many were.",
})
@Entity("project_completion_target")
// The list of the projects that are behind their target reads this index and not the table.
@Index(["year", "projectId", "apartments"])
export class ProjectCompletionTargetEntity {
  @PrimaryColumn({ ...identifier, name: "project_id" })
  projectId!: string;

  @ManyToOne(() => SocialHousingProjectEntity)
  @JoinColumn({ name: "project_id" })
  project?: SocialHousingProjectEntity;

  @Title("Năm")
  @Field(() => Int, { description: "The calendar year." })
  @PrimaryColumn({ type: "int" })
  year!: number;

  @Title("Số căn hộ theo chỉ tiêu", "Apartments in the target")
  @Field(() => Int, { description: "How many apartments have to be completed during the year." })
  @Column({ type: "int" })
  apartments!: number;

  @Translated()
  @Title("Căn cứ pháp lý")
  @Field(() => String, {
    description: 'Who set the target and by what document. "Sample value": the sample data made it up.',
  })
  @Column({ type: "varchar", length: 200, name: "legal_basis" })
  legalBasis!: string;
}
