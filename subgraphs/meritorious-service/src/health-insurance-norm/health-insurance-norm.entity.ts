import { decimal } from "@an-sinh/subgraph-kit/database/columns";
import { Column, Entity, PrimaryColumn } from "typeorm";

/** What the state pays a month for the health insurance of a person, from one day to another. */
@Entity("health_insurance_norm")
export class HealthInsuranceNormEntity {
  @PrimaryColumn({ type: "date", name: "valid_from" })
  validFrom!: string;

  /** The last day. Null: no end is set. */
  @Column({ type: "date", name: "valid_to", nullable: true })
  validTo!: string | null;

  /** 4.5 means 4.5 % of the base pay. */
  @Column({ ...decimal(5, 2), name: "percent_of_base_pay" })
  percentOfBasePay!: number;

  @Column({ type: "varchar", length: 200, name: "legal_basis" })
  legalBasis!: string;
}
