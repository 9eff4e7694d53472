import { TerritoryEntity } from "@an-sinh/territory/territory.entity";
import type { ObjectLiteral, SelectQueryBuilder } from "typeorm";

/**
 * Groups what units reported in figures by those of the given units that contain the whole land of the reporting
 * unit. A figure counts for the unit itself and for every unit around it, of today or closed, and never for a part
 * of it. Each raw row has the `unitId`; the caller adds counts and sums, and further groups. The entity has a
 * `unitId`.
 */
export function groupByContainingUnit<Entity extends ObjectLiteral>(
  query: SelectQueryBuilder<Entity>,
  alias: string,
  unitIds: readonly string[],
): SelectQueryBuilder<Entity> {
  return query
    .innerJoin(
      (subquery) => containedUnits(subquery, unitIds),
      "contained",
      `contained.partId = ${alias}.unitId`,
    )
    .select("contained.unitId", "unitId")
    .groupBy("contained.unitId");
}

/** Pairs of one of the given units and a unit that lies wholly in it. A unit lies in itself. */
function containedUnits(
  query: SelectQueryBuilder<ObjectLiteral>,
  unitIds: readonly string[],
): SelectQueryBuilder<ObjectLiteral> {
  const localitiesOfPart = query
    .subQuery()
    .select("COUNT(*)")
    .from(TerritoryEntity, "land")
    .where("land.unitId = part.unitId");
  return query
    .select("whole.unitId", "unitId")
    .addSelect("part.unitId", "partId")
    .from(TerritoryEntity, "whole")
    .innerJoin(TerritoryEntity, "part", "part.localityId = whole.localityId")
    .where("whole.unitId IN (:...unitIds)", { unitIds })
    .groupBy("whole.unitId")
    .addGroupBy("part.unitId")
    .having(`COUNT(*) = ${localitiesOfPart.getQuery()}`);
}
