import { defineLoader, indexByKey } from "@an-sinh/subgraph-kit/batching";
import { firstDayOf, lastDayOf } from "@an-sinh/subgraph-kit/calendar";
import { marks, type Period, type Sum } from "../reporting/contained-units.js";
import { AssistanceEntity } from "../assistance/assistance.entity.js";
import { LivelihoodModelEntity } from "./livelihood-model.entity.js";

export const livelihoodModelById = defineLoader(async (ids, context) =>
  indexByKey(
    ids,
    await context.read(LivelihoodModelEntity, "model").where("model.id IN (:...ids)", { ids }).getMany(),
    (model) => model.id,
  ),
);

/** How many households on the register take part in each model. */
export const participantsOfModel = defineLoader<number>(async (ids, context) => {
  const rows = await context
    .read(AssistanceEntity, "assistance")
    .select("assistance.livelihoodModelId", "modelId")
    .addSelect("COUNT(DISTINCT assistance.householdId)", "households")
    .where("assistance.livelihoodModelId IN (:...ids)", { ids })
    .groupBy("assistance.livelihoodModelId")
    .getRawMany<{ modelId: string; households: Sum }>();
  const byModel = new Map(rows.map((row) => [row.modelId, Number(row.households)]));
  return ids.map((id) => byModel.get(id) ?? 0);
});

export interface ModelTotals {
  readonly models: number;
  readonly budget: number;
}

/** The models of each unit that started in a period. */
export const modelTotals = defineLoader<ModelTotals, Period>(async (unitIds, context, period) => {
  const rows = await context.statistics<{ unit_id: string; models: Sum; budget: Sum }>(
    `SELECT t.unit_id, COUNT(*) AS models, SUM(m.budget) AS budget
     FROM territory t JOIN livelihood_model m ON m.locality_id = t.locality_id
     WHERE t.unit_id IN (${marks(unitIds)}) AND m.started_on BETWEEN ? AND ?
     GROUP BY t.unit_id`,
    [...unitIds, firstDayOf(period.fromYear), lastDayOf(period.toYear)],
  );
  const byUnit = new Map(rows.map((row) => [row.unit_id, row]));
  return unitIds.map((id) => ({
    models: Number(byUnit.get(id)?.models ?? 0),
    budget: Number(byUnit.get(id)?.budget ?? 0),
  }));
});
