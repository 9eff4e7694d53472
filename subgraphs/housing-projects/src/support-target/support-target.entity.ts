import { enumeration, identifier } from "@an-sinh/subgraph-kit/database/columns";
import { CacheControl, maxAge } from "@an-sinh/subgraph-kit/federation/cache-control";
import { About, Title } from "@an-sinh/subgraph-kit/federation/titles";
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

  @About("Chương trình hỗ trợ nhà ở.")
  @Title("Chương trình hỗ trợ nhà ở", "Housing support program")
  @Field(() => HousingSupportProgram, { description: "The program." })
  @PrimaryColumn({ ...enumeration })
  program!: HousingSupportProgram;

  @About("Số nhà phải xây mới hoặc sửa chữa trong năm theo chỉ tiêu.")
  @Title("Số nhà theo chỉ tiêu", "Houses in the target")
  @Field(() => Int, { description: "How many houses have to be built or repaired during the year." })
  @Column({ type: "int" })
  houses!: number;

  @Translated()
  @About('Cơ quan và văn bản giao chỉ tiêu. Ghi "Số liệu mẫu" nếu con số là dữ liệu minh họa.')
  @Title("Căn cứ pháp lý")
  @Field(() => String, {
    description:
      'Who set the target and by what document. It begins with "Sample value" where the sample data made the number up.',
  })
  @Column({ type: "varchar", length: 200, name: "legal_basis" })
  legalBasis!: string;
}
