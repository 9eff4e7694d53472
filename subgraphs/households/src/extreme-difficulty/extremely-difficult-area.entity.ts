import { identifier } from "@an-sinh/subgraph-kit/database/columns";
import { CacheControl, maxAge } from "@an-sinh/subgraph-kit/federation/cache-control";
import { Title } from "@an-sinh/subgraph-kit/federation/titles";
import { Translated } from "@an-sinh/subgraph-kit/languages/translated";
import { DateScalar } from "@an-sinh/subgraph-kit/scalars";
import { Field, ObjectType } from "type-graphql";
import { Column, Entity, PrimaryColumn } from "typeorm";

@CacheControl({ maxAge: maxAge.catalog })
@ObjectType("ExtremelyDifficultArea", {
  description:
    "A commune or a village on the state's list of those in extreme difficulty (for 2021–2025: Decision 861/QD-TTg and Decision 612/QD-UBDT of 2021).",
})
@Entity("extremely_difficult_area")
export class ExtremelyDifficultAreaEntity {
  @PrimaryColumn({ ...identifier })
  id!: string;

  /** The commune, or the commune of the village. */
  @Column({ ...identifier, name: "unit_id" })
  unitId!: string;

  @Title("Thôn")
  @Field(() => String, { nullable: true, description: "The name of the village. Null: the whole commune." })
  @Column({ type: "varchar", length: 120, nullable: true })
  village!: string | null;

  @Title("Hiệu lực từ ngày")
  @Field(() => DateScalar, {
    nullable: true,
    description: "The first day on the list. Null: a day before the records begin.",
  })
  @Column({ type: "date", name: "valid_from", nullable: true })
  validFrom!: string | null;

  @Title("Hiệu lực đến ngày")
  @Field(() => DateScalar, {
    nullable: true,
    description: "The last day on the list. Null: it is still on it.",
  })
  @Column({ type: "date", name: "valid_to", nullable: true })
  validTo!: string | null;

  @Translated()
  @Title("Căn cứ pháp lý")
  @Field(() => String, { description: 'The decision. It says "sample value" where the entry is made up.' })
  @Column({ type: "varchar", length: 300, name: "legal_basis" })
  legalBasis!: string;
}
