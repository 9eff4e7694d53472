import { bigint, enumeration, identifier } from "@an-sinh/subgraph-kit/database/columns";
import { Column, Entity, PrimaryColumn } from "typeorm";
import type { RecipientUnit } from "../../assistance/recipient-unit.js";

/** What a unit and the units that lie wholly in it reported of a program and year in figures alone. */
@Entity("reported_assistance_total")
export class ReportedTotalEntity {
  @PrimaryColumn({ ...identifier, name: "unit_id" })
  unitId!: string;

  @PrimaryColumn({ type: "int" })
  year!: number;

  @PrimaryColumn({ ...identifier, name: "program_code" })
  programCode!: string;

  @PrimaryColumn({ ...enumeration, name: "recipient_unit" })
  recipientUnit!: RecipientUnit;

  /** How many reports there are: those of nothing are listed too. */
  @Column({ type: "int" })
  reports!: number;

  @Column({ type: "int" })
  recipients!: number;

  /** Dong. */
  @Column({ ...bigint })
  amount!: number;
}
