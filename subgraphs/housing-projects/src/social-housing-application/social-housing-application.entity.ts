import { enumeration, identifier } from "@an-sinh/subgraph-kit/database/columns";
import { Audited } from "@an-sinh/subgraph-kit/federation/audited";
import { RequiresScopes } from "@an-sinh/subgraph-kit/federation/requires-scopes";
import { Title } from "@an-sinh/subgraph-kit/federation/titles";
import { DateScalar } from "@an-sinh/subgraph-kit/scalars";
import { Directive, Field, ID, ObjectType } from "type-graphql";
import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from "typeorm";
import { SocialHousingProjectEntity } from "../social-housing-project/social-housing-project.entity.js";
import { ApplicantGroup, ApplicationStatus } from "./social-housing-application.enums.js";

@Audited({ by: "person { id } household { id }" })
@RequiresScopes("housing:read")
@ObjectType("SocialHousingApplication", {
  description: "A person's application for an apartment of a social housing project.",
})
@Directive('@key(fields: "id")')
@Entity("social_housing_application")
@Index(["projectId", "submittedOn", "id"])
@Index(["personId", "submittedOn", "id"])
@Index(["householdId", "status", "decidedOn"])
export class SocialHousingApplicationEntity {
  @Title("Mã định danh hồ sơ", "Application ID")
  @Field(() => ID, { description: "Opaque and stable." })
  @PrimaryColumn({ ...identifier })
  id!: string;

  @Column({ ...identifier, name: "project_id" })
  projectId!: string;

  @ManyToOne(() => SocialHousingProjectEntity)
  @JoinColumn({ name: "project_id" })
  projectRow?: SocialHousingProjectEntity;

  @Column({ ...identifier, name: "person_id" })
  personId!: string;

  /** Null: the person belonged to no household on the register. */
  @Column({ ...identifier, name: "household_id", nullable: true })
  householdId!: string | null;

  @Title("Nhóm đối tượng", "Group of applicants")
  @Field(() => ApplicantGroup, {
    description: "The group of the housing law as a member of which the person applies.",
  })
  @Column({ ...enumeration, name: "applicant_group" })
  group!: ApplicantGroup;

  @Title("Tình trạng hồ sơ", "Status of application")
  @Field(() => ApplicationStatus, { description: "Its status today." })
  @Column({ ...enumeration })
  status!: ApplicationStatus;

  @Title("Ngày nộp hồ sơ")
  @Field(() => DateScalar, { description: "The day on which it was submitted." })
  @Column({ type: "date", name: "submitted_on" })
  submittedOn!: string;

  @Title("Ngày quyết định")
  @Field(() => DateScalar, {
    nullable: true,
    description: "The day on which it was approved or rejected. Null: not decided, or withdrawn before that.",
  })
  @Column({ type: "date", name: "decided_on", nullable: true })
  decidedOn!: string | null;
}
