import { identifier, searched } from "@an-sinh/subgraph-kit/database/columns";
import { CacheControl, maxAge } from "@an-sinh/subgraph-kit/federation/cache-control";
import { About, Title } from "@an-sinh/subgraph-kit/federation/titles";
import { DateScalar } from "@an-sinh/subgraph-kit/scalars";
import { Directive, Field, ID, ObjectType } from "type-graphql";
import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from "typeorm";
import { AdministrativeLevel } from "./administrative-level.js";

@CacheControl({ maxAge: maxAge.catalog })
@ObjectType("AdministrativeUnit", {
  description:
    "A province, district or commune as it was between two days. A code alone is ambiguous: 24 was Bac Giang until 2025-06-30 and is the merged Bac Ninh since 2025-07-01 (Resolution 202/2025/QH15).",
})
@Directive('@key(fields: "id")')
@Entity("administrative_unit")
@Index(["code", "id"])
@Index(["parentId", "code", "id"])
export class AdministrativeUnitEntity {
  @Title("Định danh đơn vị", "Unit ID")
  @Field(() => ID, {
    description:
      'The code, @ and the first day of validity, or 0 for a unit that is older than the records: "24@2025-07-01", "24@0". Never a code alone.',
  })
  @PrimaryColumn({ ...identifier })
  id!: string;

  @About(
    'Mã số chính thức của đơn vị, từ hai đến năm chữ số, ví dụ "24". Mã này trước đây có thể thuộc về đơn vị khác.',
  )
  @Title("Mã đơn vị", "Unit code")
  @Field(() => String, {
    description: 'The official code, two to five digits: "24". Another unit may have had it before; see id.',
  })
  @Column({ ...identifier, length: 10 })
  code!: string;

  @About('Tên đầy đủ của đơn vị hành chính, gồm cả loại đơn vị, ví dụ "Xã Trung Kênh".')
  @Title("Tên đơn vị", "Unit")
  @Field(() => String, { description: 'The full name in Vietnamese, with its kind: "Xã Trung Kênh".' })
  @Column({ type: "varchar", length: 120 })
  name!: string;

  /** What the list of units is searched by: `searchedText` of the name. */
  @Column({ ...searched, name: "searched_name" })
  searchedName!: string;

  @Title("Cấp hành chính", "Level of unit")
  @Field(() => AdministrativeLevel, { description: "Province, district or commune." })
  @Column({ ...identifier, length: 10 })
  level!: AdministrativeLevel;

  @Title("Hiệu lực từ ngày")
  @Field(() => DateScalar, {
    nullable: true,
    description: "The first day of validity. Null: a day before the records begin.",
  })
  @Column({ type: "date", name: "valid_from", nullable: true })
  validFrom!: string | null;

  @Title("Hiệu lực đến ngày")
  @Field(() => DateScalar, {
    nullable: true,
    description: "The last day of validity. Null: it is still valid.",
  })
  @Column({ type: "date", name: "valid_to", nullable: true })
  validTo!: string | null;

  @Column({ ...identifier, name: "parent_id", nullable: true })
  parentId!: string | null;

  @ManyToOne(() => AdministrativeUnitEntity)
  @JoinColumn({ name: "parent_id" })
  parent?: AdministrativeUnitEntity | null;

  /** The province that the unit lies in; for a province its own id. The unit reports by the poverty standard of that province. */
  @Column({ ...identifier, name: "province_id" })
  provinceId!: string;
}
