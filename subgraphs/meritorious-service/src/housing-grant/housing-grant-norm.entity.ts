import { bigint, enumeration, identifier } from "@an-sinh/subgraph-kit/database/columns";
import { Column, Entity, PrimaryColumn } from "typeorm";
import type { ConstructionKind } from "./housing-grant.enums.js";

/** What a decision provides for a kind of work: one row for each that it pays for. */
@Entity("housing_grant_norm")
export class HousingGrantNormEntity {
  @PrimaryColumn({ ...identifier, name: "legal_basis_code" })
  legalBasisCode!: string;

  @PrimaryColumn({ ...enumeration })
  kind!: ConstructionKind;

  /** Dong from the state budget. */
  @Column({ ...bigint })
  amount!: number;

  @Column({ type: "varchar", length: 200, name: "legal_basis" })
  legalBasis!: string;
}
