import { identifier } from "@an-sinh/subgraph-kit/database/columns";
import { Entity, Index, PrimaryColumn } from "typeorm";

/** A closed unit and a unit that took over its land, or a part of it, when boundaries changed. */
@Entity("administrative_unit_succession")
@Index(["successorId", "predecessorId"])
export class AdministrativeUnitSuccessionEntity {
  @PrimaryColumn({ ...identifier, name: "predecessor_id" })
  predecessorId!: string;

  @PrimaryColumn({ ...identifier, name: "successor_id" })
  successorId!: string;
}
