import { About, Title } from "@an-sinh/subgraph-kit/federation/titles";
import { Translated } from "@an-sinh/subgraph-kit/languages/translated";
import { DateScalar } from "@an-sinh/subgraph-kit/scalars";
import { Directive, Field, ObjectType } from "type-graphql";
import { Column, Entity, PrimaryColumn } from "typeorm";

@ObjectType("ResponsibleAgency", {
  description:
    "The agency of a province that is responsible for a matter from one day to another. It changes when departments are reorganized.",
})
@Directive("@shareable")
@Entity("responsible_agency")
export class ResponsibleAgencyEntity {
  @Title("Hiệu lực từ ngày")
  @Field(() => DateScalar, { description: "The first day on which it is responsible." })
  @PrimaryColumn({ type: "date", name: "valid_from" })
  validFrom!: string;

  @Title("Hiệu lực đến ngày")
  @Field(() => DateScalar, { nullable: true, description: "The last such day. Null: no end is set." })
  @Column({ type: "date", name: "valid_to", nullable: true })
  validTo!: string | null;

  @Translated({ english: "englishName" })
  @About('Tên cơ quan phụ trách, ví dụ "Sở Nội vụ".')
  @Title("Cơ quan phụ trách", "Responsible agency (Vietnamese)")
  @Field(() => String, { description: 'The name in Vietnamese: "Sở Nội vụ".' })
  @Column({ type: "varchar", length: 160 })
  name!: string;

  @Title("Cơ quan phụ trách (tiếng Anh)", "Responsible agency")
  @Field(() => String, { description: 'The name in English: "Department of Home Affairs".' })
  @Column({ type: "varchar", length: 160, name: "english_name" })
  englishName!: string;

  @Translated()
  @Title("Căn cứ pháp lý")
  @Field(() => String, { description: "The provision that makes it responsible." })
  @Column({ type: "varchar", length: 200, name: "legal_basis" })
  legalBasis!: string;
}
