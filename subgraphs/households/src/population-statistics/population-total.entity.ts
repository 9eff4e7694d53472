import { identifier } from "@an-sinh/subgraph-kit/database/columns";
import { Column, Entity, PrimaryColumn } from "typeorm";

/**
 * How many people live in a locality at the end of a year, on the register or not, and how many of them belong to an
 * ethnic minority: to any ethnic group but the Kinh (Decree 05/2011/ND-CP, article 4).
 */
@Entity("population_total")
export class PopulationTotalEntity {
  @PrimaryColumn({ ...identifier, name: "locality_id" })
  localityId!: string;

  @PrimaryColumn({ type: "int" })
  year!: number;

  @Column({ type: "int" })
  people!: number;

  @Column({ type: "int", name: "ethnic_minority_people" })
  ethnicMinorityPeople!: number;

  /** Households whose head belongs to an ethnic minority. */
  @Column({ type: "int", name: "ethnic_minority_households" })
  ethnicMinorityHouseholds!: number;
}
