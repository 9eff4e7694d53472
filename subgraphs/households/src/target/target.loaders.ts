import { defineLoader, groupByKey } from "@an-sinh/subgraph-kit/batching";
import { TargetEntity } from "./target.entity.js";

/** Each unit's own targets whose years include this one, by indicator. */
export const targetsOfUnit = defineLoader<TargetEntity[], { readonly year: number }>(
  async (unitIds, context, { year }) =>
    groupByKey(
      unitIds,
      await context
        .read(TargetEntity, "target")
        .where("target.unitId IN (:...unitIds)", { unitIds })
        .andWhere("target.fromYear <= :year AND target.toYear >= :year", { year })
        .orderBy("target.indicator")
        .addOrderBy("target.id")
        .getMany(),
      (target) => target.unitId,
    ),
);
