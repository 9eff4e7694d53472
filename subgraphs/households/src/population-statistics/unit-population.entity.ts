import { identifier } from "@an-sinh/subgraph-kit/database/columns";
import { Column, Entity, PrimaryColumn } from "typeorm";

/** How many people live in a unit at the end of a year, and how many of them belong to an ethnic minority. */
@Entity("unit_population_total")
export class UnitPopulationEntity {
  @PrimaryColumn({ ...identifier, name: "unit_id" })
  unitId!: string;

  @PrimaryColumn({ type: "int" })
  year!: number;

  /** Of how many localities the population is on record. */
  @Column({ type: "int" })
  localities!: number;

  @Column({ type: "int" })
  people!: number;

  @Column({ type: "int", name: "ethnic_minority_people" })
  ethnicMinorityPeople!: number;

  /** Households whose head belongs to an ethnic minority. */
  @Column({ type: "int", name: "ethnic_minority_households" })
  ethnicMinorityHouseholds!: number;
}
