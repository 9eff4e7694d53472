import type { RequestContext } from "@an-sinh/subgraph-kit/context";
import { firstDayOf, lastDayOf } from "@an-sinh/subgraph-kit/calendar";
import type { RowQuery } from "@an-sinh/subgraph-kit/rows/row-query";
import { ApartmentCompletionEntity } from "../apartment-completion/apartment-completion.entity.js";
import { completionsOfProject } from "../apartment-completion/apartment-completion.loaders.js";
import type { SocialHousingProjectEntity } from "../social-housing-project/social-housing-project.entity.js";
import { targetsOfProject } from "./completion-target.loaders.js";
import { ProjectCompletionTargetEntity } from "./project-completion-target.entity.js";

/** How many apartments of a project were completed during a year. */
export async function completedDuring(
  context: RequestContext,
  projectId: string,
  year: number,
): Promise<number> {
  const phases = await context.load(completionsOfProject, projectId);
  return phases
    .filter(({ completedOn }) => completedOn >= firstDayOf(year) && completedOn <= lastDayOf(year))
    .reduce((sum, { apartments }) => sum + apartments, 0);
}

/** Whether fewer apartments were completed during a year than its target asks for. False where there is no target. */
export async function isBehindTarget(
  context: RequestContext,
  projectId: string,
  year: number,
): Promise<boolean> {
  const [targets, completed] = await Promise.all([
    context.load(targetsOfProject, projectId),
    completedDuring(context, projectId, year),
  ]);
  return targets.some((target) => target.year === year && completed < target.apartments);
}

/** Keeps the projects for which `isBehindTarget` is true: the same rule in SQL. */
export function keepBehindTarget(query: RowQuery<SocialHousingProjectEntity>, year: number): void {
  const completed = query
    .subQuery(ApartmentCompletionEntity, "completion")
    .select("COALESCE(SUM(completion.apartments), 0)")
    .where("completion.projectId = target.projectId")
    .andWhere("completion.completedOn BETWEEN :targetFrom AND :targetTo");
  query
    .innerJoin(
      ProjectCompletionTargetEntity,
      "target",
      `target.projectId = project.id AND target.year = :targetYear AND target.apartments > (${completed.getQuery()})`,
    )
    .setParameters({ targetYear: year, targetFrom: firstDayOf(year), targetTo: lastDayOf(year) });
}
