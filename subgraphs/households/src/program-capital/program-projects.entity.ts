import { identifier } from "@an-sinh/subgraph-kit/database/columns";
import { CacheControl, maxAge } from "@an-sinh/subgraph-kit/federation/cache-control";
import { About, Title } from "@an-sinh/subgraph-kit/federation/titles";
import { Translated } from "@an-sinh/subgraph-kit/languages/translated";
import { Field, ID, Int, ObjectType } from "type-graphql";
import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from "typeorm";
import { NationalProgramEntity } from "./national-program.entity.js";

@CacheControl({ maxAge: maxAge.catalog })
@ObjectType("ComponentProject", { description: "A component project of a National Target Program." })
@Entity("component_project")
@Index(["programCode", "number"])
export class ComponentProjectEntity {
  @Title("Mã định danh dự án thành phần", "Component project ID")
  @Field(() => ID, { description: "Opaque and stable." })
  @PrimaryColumn({ ...identifier })
  id!: string;

  @Column({ ...identifier, name: "program_code" })
  programCode!: string;

  @ManyToOne(() => NationalProgramEntity)
  @JoinColumn({ name: "program_code" })
  program?: NationalProgramEntity;

  @Title("Số thứ tự dự án thành phần", "Component project number")
  @Field(() => Int, { description: "Its number within the program, from 1." })
  @Column({ type: "int" })
  number!: number;

  @Translated()
  @About("Tên dự án thành phần.")
  @Title("Dự án thành phần", "Component project")
  @Field(() => String, { description: "What it is called." })
  @Column({ type: "varchar", length: 200 })
  name!: string;
}

@CacheControl({ maxAge: maxAge.catalog })
@ObjectType("SubProject", { description: "A sub-project of a component project." })
@Entity("sub_project")
@Index(["componentProjectId", "number"])
export class SubProjectEntity {
  @Title("Mã định danh tiểu dự án", "Sub-project ID")
  @Field(() => ID, { description: "Opaque and stable." })
  @PrimaryColumn({ ...identifier })
  id!: string;

  @Column({ ...identifier, name: "component_project_id" })
  componentProjectId!: string;

  @ManyToOne(() => ComponentProjectEntity)
  @JoinColumn({ name: "component_project_id" })
  componentProject?: ComponentProjectEntity;

  @Title("Số thứ tự tiểu dự án", "Sub-project number")
  @Field(() => Int, { description: "Its number within the component project, from 1." })
  @Column({ type: "int" })
  number!: number;

  @Translated()
  @About("Tên tiểu dự án.")
  @Title("Tiểu dự án", "Sub-project")
  @Field(() => String, { description: "What it is called." })
  @Column({ type: "varchar", length: 200 })
  name!: string;
}
