import { decimal, identifier } from "@an-sinh/subgraph-kit/database/columns";
import { Column, Entity, PrimaryColumn } from "typeorm";

/** Stands for Viet Nam, which is no unit of the catalog. */
export const wholeCountry = "VN";

/** How much living area a person has on average in a unit: a survey's figure for one year, not computed from houses. */
@Entity("living_area")
export class LivingAreaEntity {
  /** An administrative unit, or `wholeCountry`. */
  @PrimaryColumn({ ...identifier, name: "unit_id" })
  unitId!: string;

  @PrimaryColumn({ type: "int" })
  year!: number;

  @Column({ ...decimal(5, 1), name: "square_meters_per_person" })
  squareMetersPerPerson!: number;
}
