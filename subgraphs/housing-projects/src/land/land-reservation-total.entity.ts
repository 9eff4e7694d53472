import { bigint, identifier } from "@an-sinh/subgraph-kit/database/columns";
import { Column, Entity, PrimaryColumn } from "typeorm";

/** The land that was set aside for social housing in a unit and year. */
@Entity("land_reservation_total")
export class LandReservationTotalEntity {
  @PrimaryColumn({ ...identifier, name: "unit_id" })
  unitId!: string;

  @PrimaryColumn({ type: "int" })
  year!: number;

  @Column({ ...bigint, name: "square_meters" })
  squareMeters!: number;
}
