import { decimal, identifier } from "@an-sinh/subgraph-kit/database/columns";
import { Column, Entity, PrimaryColumn } from "typeorm";

/** Land that a decision set aside for social housing in a locality on a day. */
@Entity("land_reservation")
export class LandReservationEntity {
  @PrimaryColumn({ ...identifier, name: "locality_id" })
  localityId!: string;

  @PrimaryColumn({ type: "date", name: "reserved_on" })
  reservedOn!: string;

  @Column({ ...decimal(8, 2) })
  hectares!: number;
}
