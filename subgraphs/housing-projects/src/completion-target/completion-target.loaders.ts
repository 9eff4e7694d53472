import { defineCatalog, defineLoader, groupByKey, indexByKey } from "@an-sinh/subgraph-kit/batching";
import type { YearArgs } from "@an-sinh/subgraph-kit/period-args";
import { CompletionTargetEntity } from "./completion-target.entity.js";
import { NationalApartmentTargetEntity } from "./national-apartment-target.entity.js";
import { ProjectCompletionTargetEntity } from "./project-completion-target.entity.js";

/** The target that was set for each unit itself. It is not the sum of the targets of the units inside it. */
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

/** The targets of the whole country, by their first and last years. */
export const nationalTargets = defineCatalog((context) =>
  context
    .read(NationalApartmentTargetEntity, "target")
    .orderBy("target.fromYear")
    .addOrderBy("target.toYear")
    .getMany(),
);
