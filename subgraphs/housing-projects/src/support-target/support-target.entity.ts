import { enumeration, identifier } from "@an-sinh/subgraph-kit/database/columns";
import { CacheControl, maxAge } from "@an-sinh/subgraph-kit/federation/cache-control";
import { Title } from "@an-sinh/subgraph-kit/federation/titles";
import { Translated } from "@an-sinh/subgraph-kit/languages/translated";
import { Field, Int, ObjectType } from "type-graphql";
import { Column, Entity, PrimaryColumn } from "typeorm";
import { HousingSupportProgram } from "../housing-support/housing-support.enums.js";

@CacheControl({ maxAge: maxAge.statistics })
@ObjectType("HousingSupportTarget", {
  description: "How many houses a program has to build or repair in a unit in a year, and how many it did.",
})
@Entity("housing_support_target")
export class SupportTargetEntity {
  @PrimaryColumn({ ...identifier, name: "unit_id" })
  unitId!: string;

  @Title("Năm")
  @Field(() => Int, { description: "The calendar year." })
  @PrimaryColumn({ type: "int" })
  year!: number;

  @Title("Chương trình hỗ trợ nhà ở", "Housing support program")
  @Field(() => HousingSupportProgram, { description: "The program." })
  @PrimaryColumn({ ...enumeration })
  program!: HousingSupportProgram;

  @Title("Số nhà theo chỉ tiêu", "Houses in the target")
  @Field(() => Int, { description: "How many houses have to be built or repaired during the year." })
  @Column({ type: "int" })
  houses!: number;

  @Translated()
  @Title("Căn cứ pháp lý")
  @Field(() => String, {
    description:
      'Who set the target and by what document. It begins with "Sample value" where the sample data made the number up.',
  })
  @Column({ type: "varchar", length: 200, name: "legal_basis" })
  legalBasis!: string;
}
