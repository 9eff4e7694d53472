import { defineLoader, indexByKey } from "@an-sinh/subgraph-kit/batching";
import { LabourYearEntity } from "./labour-year.entity.js";

export const labourOfUnit = defineLoader<LabourYearEntity | null, { readonly year: number }>(
  async (unitIds, context, { year }) =>
    indexByKey(
      unitIds,
      await context
        .read(LabourYearEntity, "labour")
        .where("labour.unitId IN (:...unitIds)", { unitIds })
        .andWhere("labour.year = :year", { year })
        .getMany(),
      (labour) => labour.unitId,
    ),
);
