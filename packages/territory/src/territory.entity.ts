import { Entity, Index, PrimaryColumn } from "typeorm";
import { identifier } from "@an-sinh/subgraph-kit/database/columns";

/**
 * Which localities make up which administrative unit: the national catalog that every department keeps
 * a copy of, so that it can count by unit in its own database.
 *
 * A locality is a piece of land that no boundary has ever crossed: what one commune before 2025-07-01
 * and one commune since then have in common. Rows are recorded by locality, so they can be counted on
 * the boundaries of any day: a unit, identified by code and validity, always has the same localities.
 */
@Entity("territory")
@Index(["localityId", "unitId"])
export class TerritoryEntity {
  @PrimaryColumn({ ...identifier, name: "unit_id" })
  unitId!: string;

  @PrimaryColumn({ ...identifier, name: "locality_id" })
  localityId!: string;
}
