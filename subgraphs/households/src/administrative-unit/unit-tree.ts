import type { EntityManager } from "typeorm";
import type { AdministrativeUnitEntity } from "./administrative-unit.entity.js";

interface UnitMisfit {
  readonly property: keyof AdministrativeUnitEntity & string;
  readonly unitId: string;
  readonly parentId: string;
  /** Continues "expected …". */
  readonly expected: string;
}

/**
 * What must hold of a unit and the unit that it lies in, as conditions in SQL for what is wrong. Levels descend, so
 * nothing lies in itself, however long the way round.
 */
const faults = [
  {
    property: "parentId",
    expected: "a unit of a higher level",
    sql: `NOT (parent.level = 'PROVINCE' AND unit.level <> 'PROVINCE'
            OR parent.level = 'DISTRICT' AND unit.level = 'COMMUNE')`,
  },
  {
    property: "parentId",
    expected: "a unit that is valid on all days on which this one is",
    sql: `(parent.valid_from IS NOT NULL AND (unit.valid_from IS NULL OR unit.valid_from < parent.valid_from)
            OR parent.valid_to IS NOT NULL AND (unit.valid_to IS NULL OR unit.valid_to > parent.valid_to))`,
  },
  {
    property: "provinceId",
    expected: "the province that the parent lies in, or the parent if it is one",
    sql: "unit.province_id <> parent.province_id",
  },
] as const;

/** The units that cannot lie where they lie. Empty: the units are trees, with the provinces as their roots. */
export async function findUnitMisfits(manager: EntityManager): Promise<readonly UnitMisfit[]> {
  const misfits: UnitMisfit[] = [];
  for (const { property, expected, sql } of faults) {
    const found: { unit_id: string; parent_id: string }[] = await manager.query(
      `SELECT unit.id AS unit_id, parent.id AS parent_id
       FROM administrative_unit unit JOIN administrative_unit parent ON parent.id = unit.parent_id
       WHERE ${sql} ORDER BY unit.id`,
    );
    misfits.push(
      ...found.map(({ unit_id, parent_id }) => ({
        property,
        expected,
        unitId: unit_id,
        parentId: parent_id,
      })),
    );
  }
  return misfits;
}
