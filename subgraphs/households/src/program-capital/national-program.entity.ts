import { identifier } from "@an-sinh/subgraph-kit/database/columns";
import { CacheControl, maxAge } from "@an-sinh/subgraph-kit/federation/cache-control";
import { Title } from "@an-sinh/subgraph-kit/federation/titles";
import { Translated } from "@an-sinh/subgraph-kit/languages/translated";
import { Field, ID, Int, ObjectType } from "type-graphql";
import { Column, Entity, PrimaryColumn } from "typeorm";

@CacheControl({ maxAge: maxAge.catalog })
@ObjectType("NationalProgram", {
  description: "A National Target Program, for which the state budget and others give capital.",
})
@Entity("national_program")
export class NationalProgramEntity {
  @Title("Mã chương trình mục tiêu quốc gia", "National program code")
  @Field(() => ID, { description: 'The code, such as "SUSTAINABLE_POVERTY_REDUCTION".' })
  @PrimaryColumn({ ...identifier })
  code!: string;

  @Translated()
  @Title("Chương trình mục tiêu quốc gia", "National program")
  @Field(() => String, { description: "What it is called." })
  @Column({ type: "varchar", length: 200 })
  name!: string;

  @Title("Từ năm")
  @Field(() => Int, { description: "The first year of its term." })
  @Column({ type: "int", name: "from_year" })
  fromYear!: number;

  @Title("Đến năm")
  @Field(() => Int, { description: "The last year of its term." })
  @Column({ type: "int", name: "to_year" })
  toYear!: number;

  @Translated()
  @Title("Căn cứ pháp lý")
  @Field(() => String, { description: "The decision that it rests on." })
  @Column({ type: "varchar", length: 300, name: "legal_basis" })
  legalBasis!: string;
}
