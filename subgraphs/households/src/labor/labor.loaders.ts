import { defineLoader, indexByKey } from "@an-sinh/subgraph-kit/batching";
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
