import { decimal, identifier } from "@an-sinh/subgraph-kit/database/columns";
import { Column, Entity, PrimaryColumn } from "typeorm";

/** The average living area of a person in a unit: a figure of a survey for one year. It is not computed from houses. */
@Entity("living_area")
export class LivingAreaEntity {
  /** The id of an administrative unit, or `wholeCountry`. */
  @PrimaryColumn({ ...identifier, name: "unit_id" })
  unitId!: string;

  @PrimaryColumn({ type: "int" })
  year!: number;

  @Column({ ...decimal(5, 1), name: "square_meters_per_person" })
  squareMetersPerPerson!: number;
}
