import { identifier } from "@an-sinh/subgraph-kit/database/columns";
import { Audited } from "@an-sinh/subgraph-kit/federation/audited";
import { RequiresScopes } from "@an-sinh/subgraph-kit/federation/requires-scopes";
import { About, Title } from "@an-sinh/subgraph-kit/federation/titles";
import { Directive, Field, ID, ObjectType } from "type-graphql";
import { Column, Entity, Index, PrimaryColumn } from "typeorm";

@Audited({ by: "id" })
@RequiresScopes("households:read")
@ObjectType("Household", {
  description:
    "A household on the register of the province: one that is classified, is supported, borrows or has a meritorious member.",
})
@Directive('@key(fields: "id")')
@Entity("household")
@Index(["localityId", "code", "id"])
@Index(["communeId"])
@Index(["ethnicGroup", "code"])
export class HouseholdEntity {
  @Title("Mã định danh hộ", "Household ID")
  @Field(() => ID, { description: "Opaque and stable." })
  @PrimaryColumn({ ...identifier })
  id!: string;

  @About("Mã hộ trong sổ quản lý; duy nhất và không chứa thông tin về hộ.")
  @Title("Mã hộ", "Household code")
  @Field(() => String, {
    description: "The code in the register. It is unique and says nothing of the household.",
  })
  @Index({ unique: true })
  @Column({ ...identifier })
  code!: string;

  @Column({ ...identifier, name: "locality_id" })
  localityId!: string;

  /** The commune of today that the locality lies in. */
  @Column({ ...identifier, name: "commune_id" })
  communeId!: string;

  @About("Thôn, xóm, khu hoặc tổ dân phố. Để trống: chưa ghi nhận.")
  @Title("Thôn, tổ dân phố")
  @Field(() => String, {
    nullable: true,
    description: "The hamlet, village or street group. Null: not recorded.",
  })
  @Column({ type: "varchar", length: 120, nullable: true })
  hamlet!: string | null;

  @Title("Khu vực thành thị", "Urban")
  @Field(() => Boolean, { description: "Whether the urban income line of a poverty standard applies to it." })
  @Column({ type: "boolean", name: "is_urban" })
  isUrban!: boolean;

  @Column({ ...identifier, name: "head_id", nullable: true })
  headId!: string | null;

  @Title("Dân tộc")
  @Field(() => String, {
    nullable: true,
    description: 'The head\'s ethnic group, by its name in the official list: "Kinh". Null: not recorded.',
  })
  @Column({ type: "varchar", length: 60, name: "ethnic_group", nullable: true })
  ethnicGroup!: string | null;

  @Title("Nguồn sinh kế")
  @Field(() => String, {
    nullable: true,
    description: "What the household mainly lives on. Null: not recorded.",
  })
  @Column({ type: "varchar", length: 60, nullable: true })
  livelihood!: string | null;
}
