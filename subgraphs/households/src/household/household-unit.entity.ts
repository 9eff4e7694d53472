import { identifier } from "@an-sinh/subgraph-kit/database/columns";
import { Entity, PrimaryColumn } from "typeorm";

/**
 * The households of each administrative unit, of today or closed, in the order of their codes. It follows from
 * `territory` and from the localities of households. It is stored so that a page of the households of any unit, small
 * or large, is read from one index. `household-unit.service.ts` keeps it in line.
 */
@Entity("household_unit", { withoutRowid: true })
export class HouseholdUnitEntity {
  @PrimaryColumn({ ...identifier, name: "unit_id" })
  unitId!: string;

  /** The code of the household. */
  @PrimaryColumn({ ...identifier })
  code!: string;
}
