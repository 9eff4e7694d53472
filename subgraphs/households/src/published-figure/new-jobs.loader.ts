import { defineLoader, groupByKey } from "@an-sinh/subgraph-kit/batching";
import { LabourYearEntity } from "../labour/labour-year.entity.js";

export interface NewJobs {
  readonly year: number;
  readonly newJobs: number;
}

/** Each unit's years for which new jobs are on record, the first first. */
export const newJobsOfUnit = defineLoader<NewJobs[]>(async (unitIds, context) => {
  const rows = await context
    .read(LabourYearEntity, "labour")
    .where("labour.unitId IN (:...unitIds)", { unitIds })
    .andWhere("labour.newJobs IS NOT NULL")
    .orderBy("labour.year")
    .getMany();
  return groupByKey(unitIds, rows, (row) => row.unitId).map((ofUnit) =>
    ofUnit.map(({ year, newJobs }) => ({ year, newJobs: newJobs ?? 0 })),
  );
});
