import { bigint, enumeration, identifier } from "@an-sinh/subgraph-kit/database/columns";
import { Column, Entity, PrimaryColumn } from "typeorm";
import type { ConstructionKind } from "../construction-kind/construction-kind.enums.js";
import type { HousingSupportProgram } from "./housing-support.enums.js";

/** The supports that were completed in a unit and year. */
@Entity("housing_support_total")
export class SupportTotalEntity {
  @PrimaryColumn({ ...identifier, name: "unit_id" })
  unitId!: string;

  @PrimaryColumn({ type: "int" })
  year!: number;

  @PrimaryColumn({ ...enumeration })
  program!: HousingSupportProgram;

  @PrimaryColumn({ ...enumeration })
  kind!: ConstructionKind;

  /** Houses built or repaired, or sanitary facilities built. */
  @Column({ type: "int" })
  houses!: number;

  /** Dong. */
  @Column({ ...bigint })
  amount!: number;
}
