import { defineLoader, groupByKey } from "@an-sinh/subgraph-kit/batching";
import { toNumber, type Sum } from "@an-sinh/subgraph-kit/sums";
import { ApartmentCompletionEntity } from "./apartment-completion.entity.js";

/** The completed phases of each project, in their order. */
export const completionsOfProject = defineLoader(async (ids, context) =>
  groupByKey(
    ids,
    await context
      .read(ApartmentCompletionEntity, "completion")
      .where("completion.projectId IN (:...ids)", { ids })
      .orderBy("completion.projectId")
      .addOrderBy("completion.phase")
      .getMany(),
    (completion) => completion.projectId,
  ),
);

/** How many apartments of each project were completed by the end of a day. */
export const completedApartmentsOf = defineLoader<number, { on: string }>(async (ids, context, { on }) => {
  const rows = await context
    .statistics(ApartmentCompletionEntity, "completion")
    .select("completion.projectId", "projectId")
    .addSelect("SUM(completion.apartments)", "apartments")
    .where("completion.projectId IN (:...ids)", { ids })
    .andWhere("completion.completedOn <= :on", { on })
    .groupBy("completion.projectId")
    .getRawMany<{ projectId: string; apartments: Sum }>();
  const byProject = new Map(rows.map(({ projectId, apartments }) => [projectId, apartments]));
  return ids.map((id) => toNumber(byProject.get(id)));
});
