import { bigint, enumeration, identifier } from "@an-sinh/subgraph-kit/database/columns";
import { Column, Entity, PrimaryColumn } from "typeorm";
import type { CareKind } from "./care-benefit.enums.js";

/** What was given in a unit and year beside monthly allowances. */
@Entity("care_benefit_total")
export class CareBenefitTotalEntity {
  @PrimaryColumn({ ...identifier, name: "unit_id" })
  unitId!: string;

  @PrimaryColumn({ type: "int" })
  year!: number;

  @PrimaryColumn({ ...enumeration })
  kind!: CareKind;

  @Column({ type: "int" })
  benefits!: number;

  /** Dong. */
  @Column({ ...bigint })
  amount!: number;
}
