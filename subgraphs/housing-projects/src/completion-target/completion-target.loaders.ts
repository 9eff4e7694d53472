import { defineLoader, groupByKey, indexByKey } from "@an-sinh/subgraph-kit/batching";
import type { YearArgs } from "../housing-statistics/housing-statistics.loaders.js";
import { CompletionTargetEntity } from "./completion-target.entity.js";
import { ProjectCompletionTargetEntity } from "./project-completion-target.entity.js";

/** The target set for each unit itself, not the sum over what lies in it. */
export const targetOfUnit = defineLoader<CompletionTargetEntity | null, YearArgs>(
  async (unitIds, context, { year }) =>
    indexByKey(
      unitIds,
      await context
        .read(CompletionTargetEntity, "target")
        .where("target.unitId IN (:...unitIds)", { unitIds })
        .andWhere("target.year = :year", { year })
        .getMany(),
      (target) => target.unitId,
    ),
);

/** The targets of each project, the earliest year first. */
export const targetsOfProject = defineLoader(async (ids, context) =>
  groupByKey(
    ids,
    await context
      .read(ProjectCompletionTargetEntity, "target")
      .where("target.projectId IN (:...ids)", { ids })
      .orderBy("target.projectId")
      .addOrderBy("target.year")
      .getMany(),
    (target) => target.projectId,
  ),
);
