import { defineLoader, groupByKey, indexByKey } from "@an-sinh/subgraph-kit/batching";
import type { RequestContext } from "@an-sinh/subgraph-kit/context";
import { AssistanceEntity } from "./assistance.entity.js";
import { ParticipantsTotalEntity } from "./participants-total.entity.js";

/** From the one day to the other. Null: without a limit on that side. */
export interface Days {
  readonly from: string | null;
  readonly to: string | null;
}

/** The earliest first. What a member was granted belongs to the household, too. */
export const assistanceOfHousehold = defineLoader<AssistanceEntity[], Days>(async (ids, context, days) =>
  groupByKey(ids, await readWithin(context, "householdId", ids, days), (row) => row.householdId),
);

/** The earliest first. What was granted to the household as a whole is left out. */
export const assistanceOfPerson = defineLoader<AssistanceEntity[], Days>(async (ids, context, days) =>
  groupByKey(ids, await readWithin(context, "personId", ids, days), (row) => row.personId ?? ""),
);

function readWithin(
  context: RequestContext,
  owner: "householdId" | "personId",
  ids: readonly string[],
  { from, to }: Days,
): Promise<AssistanceEntity[]> {
  const query = context
    .read(AssistanceEntity, "assistance")
    .where(`assistance.${owner} IN (:...ids)`, { ids })
    .orderBy("assistance.from")
    .addOrderBy("assistance.id");
  if (from) query.andWhere("(assistance.to IS NULL OR assistance.to >= :from)", { from });
  if (to) query.andWhere("assistance.from <= :to", { to });
  return query.getMany();
}

/** How many households on the register take part in each model. */
export const participantsOfModel = defineLoader<number>(async (modelIds, context) => {
  const rows = await context
    .statistics(ParticipantsTotalEntity, "total")
    .select("total.livelihoodModelId", "modelId")
    .addSelect("total.households", "households")
    .where("total.livelihoodModelId IN (:...modelIds)", { modelIds })
    .getRawMany<{ modelId: string; households: number }>();
  return indexByKey(modelIds, rows, ({ modelId }) => modelId).map((row) => row?.households ?? 0);
});
