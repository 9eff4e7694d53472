import { defineLoader } from "@an-sinh/subgraph-kit/batching";
import { lastDayOf } from "@an-sinh/subgraph-kit/calendar";
import { SocialHousingProjectEntity } from "../social-housing-project/social-housing-project.entity.js";
import { groupByUnit } from "@an-sinh/territory/group-by-unit";
import type { Sum } from "@an-sinh/subgraph-kit/sums";
import { type YearArgs } from "./housing-statistics.loaders.js";

/** How many people the projects approved by the end of the year are planned for. */
export const plannedCapacity = defineLoader<number, YearArgs>(async (unitIds, context, { year }) => {
  const rows = await groupByUnit(
    context.statistics(SocialHousingProjectEntity, "project"),
    "project",
    unitIds,
  )
    .andWhere("project.approvedOn <= :end", { end: lastDayOf(year) })
    .addSelect("SUM(project.plannedCapacityPeople)", "people")
    .getRawMany<{ unitId: string; people: Sum }>();
  const byUnit = new Map(rows.map(({ unitId, people }) => [unitId, Number(people)]));
  return unitIds.map((id) => byUnit.get(id) ?? 0);
});
