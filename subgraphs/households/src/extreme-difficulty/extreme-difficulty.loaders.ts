import { defineLoader, groupByKey } from "@an-sinh/subgraph-kit/batching";
import { TerritoryEntity } from "@an-sinh/territory/territory.entity";
import { ExtremelyDifficultAreaEntity } from "./extremely-difficult-area.entity.js";

/** The areas in each unit that are or were on the list, in the order of their ids. A unit has those that touch its land. */
export const difficultAreasOfUnit = defineLoader<ExtremelyDifficultAreaEntity[]>(async (unitIds, context) => {
  const areas = await context
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
    .getMany<{ origin: string }>();
  return groupByKey(unitIds, areas, ({ origin }) => origin);
});
