import type { RowQuery } from "@an-sinh/subgraph-kit/rows/row-query";
import { TerritoryEntity } from "./territory.entity.js";

/**
 * Groups the rows of an entity by those of the units in which their locality lies. Each raw row has the `unitId`;
 * the caller adds counts and sums, and further groups. The entity has a `localityId`.
 */
export function groupByUnit<Entity extends object>(
  query: RowQuery<Entity>,
  alias: string,
  unitIds: readonly string[],
): RowQuery<Entity> {
  return query
    .innerJoin(TerritoryEntity, "territory", `territory.localityId = ${alias}.localityId`)
    .select("territory.unitId", "unitId")
    .where("territory.unitId IN (:...unitIds)", { unitIds })
    .groupBy("territory.unitId");
}
