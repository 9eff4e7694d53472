import { identifier } from "@an-sinh/subgraph-kit/database/columns";
import { CacheControl, maxAge } from "@an-sinh/subgraph-kit/federation/cache-control";
import { Field, ID, Int, ObjectType } from "type-graphql";
import { Column, Entity, PrimaryColumn } from "typeorm";

@CacheControl({ maxAge: maxAge.catalog })
@ObjectType("NationalProgram", {
  description: "A National Target Program, for which the state budget and others give capital.",
})
@Entity("national_program")
export class NationalProgramEntity {
  @Field(() => ID, { description: 'The code, such as "SUSTAINABLE_POVERTY_REDUCTION".' })
  @PrimaryColumn({ ...identifier })
  code!: string;

  @Field(() => String, { description: "What it is called." })
  @Column({ type: "varchar", length: 200 })
  name!: string;

  @Field(() => Int, { description: "The first year of its term." })
  @Column({ type: "int", name: "from_year" })
  fromYear!: number;

  @Field(() => Int, { description: "The last year of its term." })
  @Column({ type: "int", name: "to_year" })
  toYear!: number;

  @Field(() => String, { description: "The decision that it rests on." })
  @Column({ type: "varchar", length: 300, name: "legal_basis" })
  legalBasis!: string;
}
