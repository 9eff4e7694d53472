import { defineLoader, groupByKey } from "@an-sinh/subgraph-kit/batching";
import { LaborYearEntity } from "../labor/labor-year.entity.js";

export interface NewJobs {
  readonly year: number;
  readonly newJobs: number;
}

/** Each unit's years for which new jobs are on record, the first first. */
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
