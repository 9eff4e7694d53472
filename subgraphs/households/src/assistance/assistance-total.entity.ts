import { bigint, enumeration, identifier } from "@an-sinh/subgraph-kit/database/columns";
import { Column, Entity, JoinColumn, ManyToOne, PrimaryColumn } from "typeorm";
import { AssistanceProgramEntity } from "../assistance-program/assistance-program.entity.js";
import { RecipientUnit } from "./recipient-unit.js";

/**
 * What a unit reported of a program and year in figures alone, without names. It comes in addition to the rows of
 * `assistance` and never sums them up.
 */
@Entity("assistance_total")
export class AssistanceTotalEntity {
  @PrimaryColumn({ ...identifier, name: "unit_id" })
  unitId!: string;

  @PrimaryColumn({ type: "int" })
  year!: number;

  @PrimaryColumn({ ...identifier, name: "program_code" })
  programCode!: string;

  @ManyToOne(() => AssistanceProgramEntity)
  @JoinColumn({ name: "program_code" })
  program?: AssistanceProgramEntity;

  @PrimaryColumn({ ...enumeration, name: "recipient_unit" })
  recipientUnit!: RecipientUnit;

  @Column({ type: "int" })
  recipients!: number;

  /** Dong. */
  @Column({ ...bigint })
  amount!: number;
}
