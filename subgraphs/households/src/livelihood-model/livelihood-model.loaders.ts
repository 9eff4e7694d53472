import { defineLoader, indexByKey } from "@an-sinh/subgraph-kit/batching";
import { firstDayOf, lastDayOf } from "@an-sinh/subgraph-kit/calendar";
import type { Period } from "@an-sinh/subgraph-kit/period-args";
import { rowById } from "@an-sinh/subgraph-kit/row-by-id";
import { toNumber, type Sum } from "@an-sinh/subgraph-kit/sums";
import { groupByUnit } from "@an-sinh/territory/group-by-unit";
import { LivelihoodModelEntity } from "./livelihood-model.entity.js";

export const livelihoodModelById = rowById(LivelihoodModelEntity, "model");

interface ModelTotals {
  readonly models: number;
  readonly budget: number;
}

/** The models that started in a period on the land of each unit. */
export const modelTotals = defineLoader<ModelTotals, Period>(async (unitIds, context, period) => {
  const models = context.statistics(LivelihoodModelEntity, "model");
  const rows = await groupByUnit(models, "model", unitIds)
    .addSelect("COUNT(*)", "models")
    .addSelect("SUM(model.budget)", "budget")
    .andWhere("model.startedOn BETWEEN :from AND :to", {
      from: firstDayOf(period.fromYear),
      to: lastDayOf(period.toYear),
    })
    .getRawMany<{ unitId: string; models: Sum; budget: Sum }>();
  return indexByKey(unitIds, rows, ({ unitId }) => unitId).map((totals) => ({
    models: toNumber(totals?.models),
    budget: toNumber(totals?.budget),
  }));
});
