import { defineLoader, groupByKey } from "@an-sinh/subgraph-kit/batching";
import { TerritoryEntity } from "@an-sinh/territory/territory.entity";
import { ExtremelyDifficultAreaEntity } from "./extremely-difficult-area.entity.js";

/** The areas in each unit that are or were on the list, in the order of their ids. A unit has those that touch its land. */
export const difficultAreasOfUnit = defineLoader<ExtremelyDifficultAreaEntity[]>(async (unitIds, context) => {
  const { entities, raw } = await context
    .read(ExtremelyDifficultAreaEntity, "area")
    .innerJoin(TerritoryEntity, "part", "part.unitId = area.unitId")
    .innerJoin(
      TerritoryEntity,
      "whole",
      "whole.localityId = part.localityId AND whole.unitId IN (:...unitIds)",
      {
        unitIds,
      },
    )
    .addSelect("whole.unitId", "origin")
    .orderBy("area.id")
    .getRawAndEntities<{ area_id: string; origin: string }>();
  const byId = new Map(entities.map((area) => [area.id, area]));
  const pairs = new Map(raw.map((row) => [`${row.origin} ${row.area_id}`, row]));
  return groupByKey(unitIds, [...pairs.values()], ({ origin }) => origin).map((ofUnit) =>
    ofUnit.flatMap(({ area_id }) => byId.get(area_id) ?? []),
  );
});
