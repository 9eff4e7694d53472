import { bigint, enumeration, identifier } from "@an-sinh/subgraph-kit/database/columns";
import { Column, Entity, PrimaryColumn } from "typeorm";
import type { ConstructionKind } from "../external/construction-kind.stub.js";

/** What a decision provides for a kind of work. A kind for which it does not pay has no row. */
@Entity("housing_grant_norm")
export class HousingGrantNormEntity {
  @PrimaryColumn({ ...identifier, name: "legal_basis_code" })
  legalBasisCode!: string;

  @PrimaryColumn({ ...enumeration })
  kind!: ConstructionKind;

  /** From the state budget, in dong. */
  @Column({ ...bigint })
  amount!: number;

  @Column({ type: "varchar", length: 200, name: "legal_basis" })
  legalBasis!: string;

  /** Its place in the order in which statistics list grants: the earlier decision first. */
  @Column({ type: "int", default: 0 })
  position!: number;
}
