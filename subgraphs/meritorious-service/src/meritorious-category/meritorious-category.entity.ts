import { identifier } from "@an-sinh/subgraph-kit/database/columns";
import { CacheControl, maxAge } from "@an-sinh/subgraph-kit/federation/cache-control";
import { About, Title } from "@an-sinh/subgraph-kit/federation/titles";
import { Translated } from "@an-sinh/subgraph-kit/languages/translated";
import { Field, ID, ObjectType } from "type-graphql";
import { Column, Entity, Index, PrimaryColumn } from "typeorm";

@CacheControl({ maxAge: maxAge.catalog })
@ObjectType("MeritoriousCategory", {
  description:
    "A kind of beneficiary of Ordinance 02/2020/UBTVQH14: one of the twelve categories of people with meritorious service (article 3, clause 1), or their relatives, who are beneficiaries of their own kind (clause 2).",
})
@Entity("meritorious_category")
export class MeritoriousCategoryEntity {
  @Title("Mã định danh diện đối tượng", "Category ID")
  @Field(() => ID, { description: "Opaque and stable." })
  @PrimaryColumn({ ...identifier })
  id!: string;

  @Title("Mã diện đối tượng", "Category code")
  @Field(() => String, { description: 'Unique, in capitals: "WAR_INVALID". Filters take it.' })
  @Index({ unique: true })
  @Column({ ...identifier })
  code!: string;

  @Translated({ english: "englishName" })
  @About('Tên diện đối tượng, ví dụ "Thương binh".')
  @Title("Diện đối tượng", "Category (Vietnamese)")
  @Field(() => String, { description: 'The name in Vietnamese: "Thương binh".' })
  @Column({ type: "varchar", length: 160 })
  name!: string;

  @Title("Diện đối tượng (tiếng Anh)", "Category")
  @Field(() => String, { description: 'The name in English: "War invalid".' })
  @Column({ type: "varchar", length: 160, name: "english_name" })
  englishName!: string;

  @Translated()
  @About("Điểm, khoản, điều của Pháp lệnh số 02/2020/UBTVQH14 quy định diện đối tượng.")
  @Title("Căn cứ pháp lý")
  @Field(() => String, { description: "The article, clause and point that name it." })
  @Column({ type: "varchar", length: 200, name: "legal_basis" })
  legalBasis!: string;

  @About("Diện đối tượng là thân nhân của người có công.")
  @Title("Là thân nhân", "Relative")
  @Field(() => Boolean, {
    description:
      "Whether the category is for relatives. Their records name the person with meritorious service in relativeOf.",
  })
  @Column({ type: "boolean", name: "is_relative" })
  isRelative!: boolean;

  /** The place in the ordinance's list, from 1. */
  @Column({ type: "int" })
  position!: number;
}
