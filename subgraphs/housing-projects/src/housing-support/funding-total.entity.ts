import { bigint, enumeration, identifier } from "@an-sinh/subgraph-kit/database/columns";
import { Column, Entity, PrimaryColumn } from "typeorm";
import type { ConstructionKind } from "../construction-kind/construction-kind.enums.js";
import type { FundingSource, HousingSupportProgram } from "./housing-support.enums.js";

/** What each source paid of the supports that were completed in a unit and year. */
@Entity("funding_total")
export class FundingTotalEntity {
  @PrimaryColumn({ ...identifier, name: "unit_id" })
  unitId!: string;

  @PrimaryColumn({ type: "int" })
  year!: number;

  @PrimaryColumn({ ...enumeration })
  program!: HousingSupportProgram;

  @PrimaryColumn({ ...enumeration })
  kind!: ConstructionKind;

  @PrimaryColumn({ ...enumeration })
  source!: FundingSource;

  /** To how many supports it paid a share. */
  @Column({ type: "int" })
  supports!: number;

  /** Dong. */
  @Column({ ...bigint })
  amount!: number;
}
