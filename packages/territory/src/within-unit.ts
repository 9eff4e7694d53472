import type { ObjectLiteral, SelectQueryBuilder } from "typeorm";
import { TerritoryEntity } from "./territory.entity.js";

/** Keeps the rows that lie in an administrative unit: today's or a closed one. The entity has a `localityId`. */
export function withinUnit<Entity extends ObjectLiteral>(
  query: SelectQueryBuilder<Entity>,
  alias: string,
  unitId: string,
): SelectQueryBuilder<Entity> {
  return query.innerJoin(
    TerritoryEntity,
    "territory",
    `territory.localityId = ${alias}.localityId AND territory.unitId = :territoryUnitId`,
    { territoryUnitId: unitId },
  );
}
