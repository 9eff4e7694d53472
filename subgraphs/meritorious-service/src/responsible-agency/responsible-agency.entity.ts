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
  @Field(() => DateScalar, { description: "The first day on which it is responsible." })
  @PrimaryColumn({ type: "date", name: "valid_from" })
  validFrom!: string;

  @Field(() => DateScalar, { nullable: true, description: "The last such day. Null: no end is set." })
  @Column({ type: "date", name: "valid_to", nullable: true })
  validTo!: string | null;

  @Field(() => String, { description: 'The name in Vietnamese: "Sở Nội vụ".' })
  @Column({ type: "varchar", length: 160 })
  name!: string;

  @Field(() => String, { description: 'The name in English: "Department of Home Affairs".' })
  @Column({ type: "varchar", length: 160, name: "english_name" })
  englishName!: string;

  @Field(() => String, { description: "The provision that makes it responsible." })
  @Column({ type: "varchar", length: 200, name: "legal_basis" })
  legalBasis!: string;
}
