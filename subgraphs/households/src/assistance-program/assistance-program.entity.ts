import { enumeration, identifier } from "@an-sinh/subgraph-kit/database/columns";
import { CacheControl, maxAge } from "@an-sinh/subgraph-kit/federation/cache-control";
import { About, Title } from "@an-sinh/subgraph-kit/federation/titles";
import { Translated } from "@an-sinh/subgraph-kit/languages/translated";
import { Field, ID, ObjectType } from "type-graphql";
import { Column, Entity, PrimaryColumn } from "typeorm";
import { AssistanceKind } from "./assistance-program.enums.js";

@CacheControl({ maxAge: maxAge.catalog })
@ObjectType("AssistanceProgram", {
  description: "A program that assists people, households or businesses.",
})
@Entity("assistance_program")
export class AssistanceProgramEntity {
  @Title("Mã chương trình trợ giúp", "Assistance program code")
  @Field(() => ID, { description: 'The code, such as "SOCIAL_PENSION".' })
  @PrimaryColumn({ ...identifier })
  code!: string;

  @Translated()
  @About("Tên chương trình trợ giúp.")
  @Title("Chương trình trợ giúp", "Assistance program")
  @Field(() => String, { description: "What it is called." })
  @Column({ type: "varchar", length: 160 })
  name!: string;

  @About("Hình thức trợ giúp của chương trình.")
  @Title("Hình thức trợ giúp", "Kind of assistance")
  @Field(() => AssistanceKind, { description: "What it gives." })
  @Column({ ...enumeration })
  kind!: AssistanceKind;

  @Translated()
  @About("Nghị định, nghị quyết hoặc quyết định làm căn cứ của chương trình.")
  @Title("Căn cứ pháp lý")
  @Field(() => String, { description: "The decree, resolution or decision that it rests on." })
  @Column({ type: "varchar", length: 300, name: "legal_basis" })
  legalBasis!: string;
}
