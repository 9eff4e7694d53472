import { enumeration, identifier } from "@an-sinh/subgraph-kit/database/columns";
import { CacheControl, maxAge } from "@an-sinh/subgraph-kit/federation/cache-control";
import { About, Title } from "@an-sinh/subgraph-kit/federation/titles";
import { Translated } from "@an-sinh/subgraph-kit/languages/translated";
import { Directive, Field, ID, ObjectType } from "type-graphql";
import { Column, Entity, Index, PrimaryColumn } from "typeorm";
import { LenderKind } from "./credit-program.enums.js";

@CacheControl({ maxAge: maxAge.catalog })
@ObjectType("CreditProgram", { description: "A program of preferential credit." })
@Directive('@key(fields: "id")')
@Entity("credit_program")
export class CreditProgramEntity {
  @Title("Mã định danh chương trình tín dụng", "Credit program ID")
  @Field(() => ID, { description: "Opaque and stable." })
  @PrimaryColumn({ ...identifier })
  id!: string;

  @Title("Mã chương trình tín dụng", "Credit program code")
  @Field(() => String, { description: 'The code in the register, such as "POOR_HOUSEHOLDS".' })
  @Index({ unique: true })
  @Column({ ...identifier })
  code!: string;

  @Translated()
  @About("Tên chương trình tín dụng.")
  @Title("Chương trình tín dụng", "Credit program")
  @Field(() => String, { description: "What the program is called." })
  @Column({ type: "varchar", length: 160 })
  name!: string;

  @About("Loại tổ chức cho vay.")
  @Title("Bên cho vay", "Kind of lender")
  @Field(() => LenderKind, { description: "Who lends." })
  @Column({ ...enumeration, name: "lender_kind" })
  lenderKind!: LenderKind;

  @Translated()
  @About("Văn bản pháp lý làm căn cứ của chương trình tín dụng.")
  @Title("Căn cứ pháp lý")
  @Field(() => String, { description: "The legal act that the program rests on." })
  @Column({ type: "varchar", length: 200, name: "legal_basis" })
  legalBasis!: string;
}
