import { decimal, identifier } from "@an-sinh/kit/database/columns";
import { Column, Entity, PrimaryColumn } from "typeorm";

/** How much living area a person has on average in a unit: a survey's figure for one year, not computed from houses. */
@Entity("living_area")
export class LivingAreaEntity {
  @PrimaryColumn({ ...identifier, name: "unit_id" })
  unitId!: string;

  @PrimaryColumn({ type: "int" })
  year!: number;

  @Column({ ...decimal(5, 1), name: "square_metres_per_person" })
  squareMetresPerPerson!: number;
}
