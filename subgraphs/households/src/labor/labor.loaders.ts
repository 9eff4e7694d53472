import { defineLoader, groupByKey, indexByKey } from "@an-sinh/subgraph-kit/batching";
import { LaborYearEntity } from "./labor-year.entity.js";

export const laborOfUnit = defineLoader<LaborYearEntity | null, { readonly year: number }>(
  async (unitIds, context, { year }) =>
    indexByKey(
      unitIds,
      await context
        .read(LaborYearEntity, "labor")
        .where("labor.unitId IN (:...unitIds)", { unitIds })
        .andWhere("labor.year = :year", { year })
        .getMany(),
      (labor) => labor.unitId,
    ),
);

interface NewJobs {
  readonly year: number;
  readonly newJobs: number;
}

/** Each unit's years for which new jobs are on record, the earliest first. */
export const newJobsOfUnit = defineLoader<NewJobs[]>(async (unitIds, context) => {
  const rows = await context
    .read(LaborYearEntity, "labor")
    .where("labor.unitId IN (:...unitIds)", { unitIds })
    .andWhere("labor.newJobs IS NOT NULL")
    .orderBy("labor.year")
    .getMany();
  return groupByKey(unitIds, rows, (row) => row.unitId).map((ofUnit) =>
    ofUnit.map(({ year, newJobs }) => ({ year, newJobs: newJobs ?? 0 })),
  );
});
