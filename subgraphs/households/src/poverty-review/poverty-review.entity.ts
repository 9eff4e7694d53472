import { bigint, enumeration, identifier } from "@an-sinh/kit/database/columns";
import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from "typeorm";
import { HouseholdEntity } from "../household/household.entity.js";
import type { HouseholdClass } from "./household-class.js";

/** What a review found in a household (Decision 24/2021): its income, its deprivations and the class decided on. */
@Entity("poverty_review")
@Index(["householdId", "reviewedOn", "id"])
export class PovertyReviewEntity {
  @PrimaryColumn({ ...identifier })
  id!: string;

  @Column({ ...identifier, name: "household_id" })
  householdId!: string;

  @ManyToOne(() => HouseholdEntity)
  @JoinColumn({ name: "household_id" })
  household?: HouseholdEntity;

  @Column({ type: "varchar", length: 20 })
  round!: string;

  @Column({ type: "date", name: "reviewed_on" })
  reviewedOn!: string;

  /** Dong a person a month. */
  @Column({ ...bigint, name: "monthly_income_per_person" })
  monthlyIncomePerPerson!: number;

  /** One bit per deprivation, see `deprivation.ts`. */
  @Column({ type: "int" })
  deprivations!: number;

  /** By the standard that the province reports by. */
  @Column({ ...enumeration })
  class!: HouseholdClass;

  @Column({ type: "varchar", length: 60, name: "decision_number", nullable: true })
  decisionNumber!: string | null;

  @Column({ type: "date", name: "decided_on", nullable: true })
  decidedOn!: string | null;
}
