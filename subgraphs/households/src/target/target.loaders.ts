import { defineLoader, groupByKey } from "@an-sinh/subgraph-kit/batching";
import { TargetEntity } from "./target.entity.js";

/** The targets that each unit itself set for years that include this one, in the order of their indicators. */
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
