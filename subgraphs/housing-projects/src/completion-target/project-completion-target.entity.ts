import { identifier } from "@an-sinh/subgraph-kit/database/columns";
import { Field, Int, ObjectType } from "type-graphql";
import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from "typeorm";
import { SocialHousingProjectEntity } from "../social-housing-project/social-housing-project.entity.js";

@ObjectType("ProjectCompletionTarget", {
  description: "How many apartments of a project are to be completed in a year, and how many are.",
})
@Entity("project_completion_target")
// Serves the list of the projects that are behind from the index alone.
@Index(["year", "projectId", "apartments"])
export class ProjectCompletionTargetEntity {
  @PrimaryColumn({ ...identifier, name: "project_id" })
  projectId!: string;

  @ManyToOne(() => SocialHousingProjectEntity)
  @JoinColumn({ name: "project_id" })
  project?: SocialHousingProjectEntity;

  @Field(() => Int, { description: "The calendar year." })
  @PrimaryColumn({ type: "int" })
  year!: number;

  @Field(() => Int, { description: "How many apartments are to be completed during the year." })
  @Column({ type: "int" })
  apartments!: number;

  @Field(() => String, {
    description: 'Who set the target and by what. "Sample value": it is made up, in the sample data.',
  })
  @Column({ type: "varchar", length: 200, name: "legal_basis" })
  legalBasis!: string;
}
