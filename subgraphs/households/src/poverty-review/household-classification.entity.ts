import { enumeration, identifier } from "@an-sinh/kit/database/columns";
import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from "typeorm";
import type { HouseholdClass } from "./household-class.js";
import { PovertyReviewEntity } from "./poverty-review.entity.js";

/** A household's class under one standard, between two days. A review gives one, or two where two standards are in force. */
@Entity("household_classification")
@Index(["localityId", "standardId", "since", "until", "class", "householdId"])
@Index(["householdId", "standardId", "since", "until", "class"])
export class HouseholdClassificationEntity {
  @PrimaryColumn({ ...identifier, name: "review_id" })
  reviewId!: string;

  @PrimaryColumn({ ...identifier, name: "standard_id" })
  standardId!: string;

  @ManyToOne(() => PovertyReviewEntity)
  @JoinColumn({ name: "review_id" })
  review?: PovertyReviewEntity;

  @Column({ ...identifier, name: "household_id" })
  householdId!: string;

  /** The household's, repeated here so that one index serves the statistics. */
  @Column({ ...identifier, name: "locality_id" })
  localityId!: string;

  @Column({ ...enumeration })
  class!: HouseholdClass;

  /** The first day it is in force. */
  @Column({ type: "date" })
  since!: string;

  /** The last day it is in force. Null: until the next review. */
  @Column({ type: "date", nullable: true })
  until!: string | null;
}
