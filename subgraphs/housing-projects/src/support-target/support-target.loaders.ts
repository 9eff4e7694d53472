import { defineLoader, groupByKey } from "@an-sinh/subgraph-kit/batching";
import type { YearArgs } from "@an-sinh/subgraph-kit/period-args";
import { SupportTargetEntity } from "./support-target.entity.js";

/** The targets of a year that were set for each unit itself, in the order of their programs. */
export const supportTargetsOfUnit = defineLoader<SupportTargetEntity[], YearArgs>(
  async (unitIds, context, { year }) =>
    groupByKey(
      unitIds,
      await context
        .read(SupportTargetEntity, "target")
        .where("target.unitId IN (:...unitIds)", { unitIds })
        .andWhere("target.year = :year", { year })
        .orderBy("target.program")
        .getMany(),
      (target) => target.unitId,
    ),
);
