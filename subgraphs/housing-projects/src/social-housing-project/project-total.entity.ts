import { bigint, identifier } from "@an-sinh/subgraph-kit/database/columns";
import { Column, Entity, PrimaryColumn } from "typeorm";

/** The projects that were approved in a unit and year. */
@Entity("social_housing_project_total")
export class ProjectTotalEntity {
  @PrimaryColumn({ ...identifier, name: "unit_id" })
  unitId!: string;

  @PrimaryColumn({ type: "int" })
  year!: number;

  @Column({ type: "int" })
  projects!: number;

  /** Whole, so that sums are exact on both dialects. */
  @Column({ ...bigint, name: "land_square_meters" })
  landSquareMeters!: number;

  @Column({ type: "int", name: "planned_apartments" })
  plannedApartments!: number;

  @Column({ ...bigint, name: "planned_capacity_people" })
  plannedCapacityPeople!: number;
}
