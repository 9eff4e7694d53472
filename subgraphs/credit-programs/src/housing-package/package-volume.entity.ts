import { bigint, identifier } from "@an-sinh/subgraph-kit/database/columns";
import { Column, Entity, JoinColumn, ManyToOne, PrimaryColumn } from "typeorm";
import { CreditProgramEntity } from "../credit-program/credit-program.entity.js";

/** How much a package of commercial banks may lend in all, between two days. */
@Entity("credit_package_volume")
export class PackageVolumeEntity {
  @PrimaryColumn({ ...identifier, name: "program_id" })
  programId!: string;

  @ManyToOne(() => CreditProgramEntity)
  @JoinColumn({ name: "program_id" })
  program?: CreditProgramEntity;

  @PrimaryColumn({ type: "date", name: "valid_from" })
  validFrom!: string;

  /** The last day. Null: no end is set. */
  @Column({ type: "date", name: "valid_to", nullable: true })
  validTo!: string | null;

  /** Dong. */
  @Column({ ...bigint })
  volume!: number;

  @Column({ type: "varchar", length: 200, name: "legal_basis" })
  legalBasis!: string;
}
