import { defineLoader, groupByKey } from "@an-sinh/subgraph-kit/batching";
import { ApartmentCompletionEntity } from "./apartment-completion.entity.js";

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

/** Apartments of each project that were completed by the end of a day. */
export const completedApartmentsOf = defineLoader<number, { on: string }>(async (ids, context, { on }) => {
  const rows = await context
    .read(ApartmentCompletionEntity, "completion")
    .select("completion.projectId", "projectId")
    .addSelect("SUM(completion.apartments)", "apartments")
    .where("completion.projectId IN (:...ids)", { ids })
    .andWhere("completion.completedOn <= :on", { on })
    .groupBy("completion.projectId")
    .getRawMany<{ projectId: string; apartments: number | string }>();
  const byProject = new Map(rows.map((row) => [row.projectId, Number(row.apartments)]));
  return ids.map((id) => byProject.get(id) ?? 0);
});
