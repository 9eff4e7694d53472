import { identifier } from "@an-sinh/subgraph-kit/database/columns";
import { Column, Entity, PrimaryColumn } from "typeorm";

/** How many people received something from a program, by runs of years: see `year-runs.ts` of the kit. */
@Entity("assisted_people_total")
export class AssistedPeopleTotalEntity {
  @PrimaryColumn({ ...identifier, name: "unit_id" })
  unitId!: string;

  @PrimaryColumn({ ...identifier, name: "program_code" })
  programCode!: string;

  @PrimaryColumn({ type: "int", name: "from_year" })
  fromYear!: number;

  @PrimaryColumn({ type: "int", name: "to_year" })
  toYear!: number;

  @PrimaryColumn({ type: "int", name: "previous_to_year" })
  previousToYear!: number;

  @Column({ type: "int" })
  people!: number;
}
