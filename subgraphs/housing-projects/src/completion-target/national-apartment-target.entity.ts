import { CacheControl, maxAge } from "@an-sinh/subgraph-kit/federation/cache-control";
import { Title } from "@an-sinh/subgraph-kit/federation/titles";
import { Translated } from "@an-sinh/subgraph-kit/languages/translated";
import { Field, Int, ObjectType } from "type-graphql";
import { Column, Entity, PrimaryColumn } from "typeorm";

@CacheControl({ maxAge: maxAge.catalog })
@ObjectType("NationalApartmentTarget", {
  description: "How many apartments of social housing the whole country has to complete in some years.",
})
@Entity("national_apartment_target")
export class NationalApartmentTargetEntity {
  @Title("Từ năm")
  @Field(() => Int, { description: "The first year, counted from 1 January." })
  @PrimaryColumn({ type: "int", name: "from_year" })
  fromYear!: number;

  @Title("Đến năm")
  @Field(() => Int, { description: "The last year: the target is to be reached by its 31 December." })
  @PrimaryColumn({ type: "int", name: "to_year" })
  toYear!: number;

  @Title("Số căn hộ theo chỉ tiêu", "Apartments in the target")
  @Field(() => Int, { description: "How many apartments have to be completed in these years." })
  @Column({ type: "int" })
  apartments!: number;

  @Translated()
  @Title("Căn cứ pháp lý")
  @Field(() => String, { description: "The decision that set the target." })
  @Column({ type: "varchar", length: 200, name: "legal_basis" })
  legalBasis!: string;
}
