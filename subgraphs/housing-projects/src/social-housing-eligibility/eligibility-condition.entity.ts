import { enumeration } from "@an-sinh/subgraph-kit/database/columns";
import { Column, Entity, PrimaryColumn } from "typeorm";
import { ApplicantGroup } from "../social-housing-application/social-housing-application.enums.js";
import { SocialHousingRule } from "./social-housing-eligibility.enums.js";

/** A rule that applicants of a group have to meet, and the days on which it is in force. */
@Entity("social_housing_condition")
export class EligibilityConditionEntity {
  @PrimaryColumn({ ...enumeration, name: "applicant_group" })
  group!: ApplicantGroup;

  @PrimaryColumn({ ...enumeration })
  rule!: SocialHousingRule;

  @PrimaryColumn({ type: "date", name: "valid_from" })
  validFrom!: string;

  /** The last day. Null: it has no end yet. */
  @Column({ type: "date", name: "valid_to", nullable: true })
  validTo!: string | null;

  @Column({ type: "varchar", length: 200, name: "legal_basis" })
  legalBasis!: string;
}
