import { enumeration, identifier } from "@an-sinh/kit/database/columns";
import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from "typeorm";
import { HouseholdEntity } from "../household/household.entity.js";
import type { Relationship, Sex } from "./person.enums.js";

@Entity("person")
@Index(["householdId", "id"])
export class PersonEntity {
  @PrimaryColumn({ ...identifier })
  id!: string;

  @Column({ ...identifier, name: "household_id", nullable: true })
  householdId!: string | null;

  @ManyToOne(() => HouseholdEntity)
  @JoinColumn({ name: "household_id" })
  household?: HouseholdEntity | null;

  @Column({ type: "varchar", length: 120, name: "full_name" })
  fullName!: string;

  /** Twelve digits (Decree 137/2015). It tells sex, age and origin: never shown whole, never logged. */
  @Index({ unique: true })
  @Column({ ...identifier, length: 12, name: "identification_number", nullable: true })
  identificationNumber!: string | null;

  @Column({ type: "date", name: "birth_date", nullable: true })
  birthDate!: string | null;

  @Column({ ...enumeration, length: 10, nullable: true })
  sex!: Sex | null;

  @Column({ type: "varchar", length: 60, name: "ethnic_group", nullable: true })
  ethnicGroup!: string | null;

  @Column({ ...enumeration, name: "relationship_to_head", nullable: true })
  relationshipToHead!: Relationship | null;

  @Column({ type: "boolean", name: "is_alive", default: true })
  isAlive!: boolean;
}
