import { enumeration, identifier } from "@an-sinh/subgraph-kit/database/columns";
import { Audited } from "@an-sinh/subgraph-kit/federation/audited";
import { RequiresScopes } from "@an-sinh/subgraph-kit/federation/requires-scopes";
import { About, Title } from "@an-sinh/subgraph-kit/federation/titles";
import { DateScalar } from "@an-sinh/subgraph-kit/scalars";
import { Directive, Field, ID, ObjectType } from "type-graphql";
import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from "typeorm";
import { HouseholdEntity } from "../household/household.entity.js";
import { Relationship, Sex } from "./person.enums.js";

@Audited({ by: "id" })
@RequiresScopes("persons:read")
@ObjectType("Person", { description: "A member of a household on the register, living or dead." })
@Directive('@key(fields: "id")')
@Entity("person")
@Index(["householdId", "id"])
export class PersonEntity {
  @Title("Mã định danh cá nhân trong hệ thống", "Person ID")
  @Field(() => ID, { description: "Opaque and stable; not the identification number." })
  @PrimaryColumn({ ...identifier })
  id!: string;

  @Column({ ...identifier, name: "household_id", nullable: true })
  householdId!: string | null;

  @ManyToOne(() => HouseholdEntity)
  @JoinColumn({ name: "household_id" })
  household?: HouseholdEntity | null;

  @About("Họ, chữ đệm và tên.")
  @Title("Họ và tên")
  @Field(() => String, { description: "Family name, middle name and given name, in this order." })
  @Column({ type: "varchar", length: 120, name: "full_name" })
  fullName!: string;

  /** Twelve digits (Decree 137/2015). It tells sex, age and origin: shown to whoever may identify people, never logged. */
  @Index({ unique: true })
  @Column({ ...identifier, length: 12, name: "identification_number", nullable: true })
  identificationNumber!: string | null;

  @Title("Ngày sinh", "Date of birth")
  @Field(() => DateScalar, {
    nullable: true,
    description:
      "Date of birth. Null: the day is not known; birthDatePrecision says what is known instead of it.",
  })
  @Column({ type: "date", name: "birth_date", nullable: true })
  birthDate!: string | null;

  /** Where the day of birth is not known: YYYY-MM or YYYY. Null: the day is known, or nothing is. */
  @Column({ ...identifier, length: 7, name: "partial_birth_date", nullable: true })
  partialBirthDate!: string | null;

  @Title("Giới tính")
  @Field(() => Sex, { nullable: true, description: "Null: not known." })
  @Column({ ...enumeration, length: 10, nullable: true })
  sex!: Sex | null;

  @Title("Dân tộc")
  @Field(() => String, {
    nullable: true,
    description: "By its name in the official list. Null: not recorded.",
  })
  @Column({ type: "varchar", length: 60, name: "ethnic_group", nullable: true })
  ethnicGroup!: string | null;

  @Title("Quan hệ với chủ hộ", "Relationship to head of household")
  @Field(() => Relationship, {
    nullable: true,
    description: "What the person is to the head of the household. Null: not recorded.",
  })
  @Column({ ...enumeration, name: "relationship_to_head", nullable: true })
  relationshipToHead!: Relationship | null;

  @Title("Còn sống", "Alive")
  @Field(() => Boolean, { description: "False once a death is on record." })
  @Column({ type: "boolean", name: "is_alive", default: true })
  isAlive!: boolean;

  @Title("Khuyết tật", "Disabled")
  @Field(() => Boolean, { description: "Whether a disability is on record." })
  @Column({ type: "boolean", name: "is_disabled", default: false })
  isDisabled!: boolean;

  @Title("Mồ côi", "Orphan")
  @Field(() => Boolean, { description: "Whether the person is on record as an orphan." })
  @Column({ type: "boolean", name: "is_orphan", default: false })
  isOrphan!: boolean;

  /** The meritorious service knows it. The gateway sends it where `schoolMilk` is asked for. Null: that service failed. */
  @Field(() => Boolean, { nullable: true })
  @Directive("@external")
  isChildOfWarInvalidOrMartyr?: boolean | null;
}
