import { bigint, enumeration, identifier } from "@an-sinh/subgraph-kit/database/columns";
import { Column, Entity, PrimaryColumn } from "typeorm";
import type { ConstructionKind } from "../external/construction-kind.stub.js";

/** The housing grants decided in a unit and year. */
@Entity("housing_grant_total")
export class GrantTotalEntity {
  @PrimaryColumn({ ...identifier, name: "unit_id" })
  unitId!: string;

  @PrimaryColumn({ type: "int" })
  year!: number;

  @PrimaryColumn({ ...identifier, name: "legal_basis_code" })
  legalBasisCode!: string;

  @PrimaryColumn({ ...enumeration })
  kind!: ConstructionKind;

  @Column({ type: "int" })
  grants!: number;

  /** Dong. */
  @Column({ ...bigint })
  amount!: number;
}
