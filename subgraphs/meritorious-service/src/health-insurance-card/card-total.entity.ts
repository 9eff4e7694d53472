import { bigint, identifier } from "@an-sinh/subgraph-kit/database/columns";
import { Column, Entity, PrimaryColumn } from "typeorm";

/** The health insurance that the state pays in a unit for a year. */
@Entity("health_insurance_card_total")
export class CardTotalEntity {
  @PrimaryColumn({ ...identifier, name: "unit_id" })
  unitId!: string;

  @PrimaryColumn({ type: "int" })
  year!: number;

  @Column({ type: "int" })
  cards!: number;

  /** Dong. */
  @Column({ ...bigint })
  premiums!: number;
}
