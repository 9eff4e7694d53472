import { identifier } from "@an-sinh/subgraph-kit/database/columns";
import { Entity, PrimaryColumn } from "typeorm";

/**
 * The households of each administrative unit, today's and closed ones, in the order of their codes: what
 * `territory` and the household's locality say, written out so that a page of any unit, small or large, is
 * read from the index alone. Whoever adds, moves or renames households, or changes the territory, keeps it
 * in line.
 */
@Entity("household_unit", { withoutRowid: true })
export class HouseholdUnitEntity {
  @PrimaryColumn({ ...identifier, name: "unit_id" })
  unitId!: string;

  /** The household's. */
  @PrimaryColumn({ ...identifier })
  code!: string;
}
