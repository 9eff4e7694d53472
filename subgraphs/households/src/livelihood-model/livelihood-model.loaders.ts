import { defineLoader, indexByKey } from "@an-sinh/subgraph-kit/batching";
import type { Period } from "@an-sinh/subgraph-kit/period-args";
import { rowById } from "@an-sinh/subgraph-kit/row-by-id";
import { toNumber, type Sum } from "@an-sinh/subgraph-kit/sums";
import { LivelihoodModelEntity } from "./livelihood-model.entity.js";
import { ModelTotalEntity } from "./model-total.entity.js";

export const livelihoodModelById = rowById(LivelihoodModelEntity, "model");

interface ModelTotals {
  readonly models: number;
  readonly budget: number;
}

/** The models that started in a period on the land of each unit. */
export const modelTotals = defineLoader<ModelTotals, Period>(async (unitIds, context, period) => {
  const rows = await context
    .statistics(ModelTotalEntity, "total")
    .select("total.unitId", "unitId")
    .addSelect("SUM(total.models)", "models")
    .addSelect("SUM(total.budget)", "budget")
    .where("total.unitId IN (:...unitIds)", { unitIds })
    .andWhere("total.year BETWEEN :fromYear AND :toYear", period)
    .groupBy("total.unitId")
    .getRawMany<{ unitId: string; models: Sum; budget: Sum }>();
  return indexByKey(unitIds, rows, ({ unitId }) => unitId).map((totals) => ({
    models: toNumber(totals?.models),
    budget: toNumber(totals?.budget),
  }));
});
