import { yearOf } from "@an-sinh/subgraph-kit/calendar";
import { defineTotals } from "@an-sinh/subgraph-kit/totals/totals";
import { byUnit } from "@an-sinh/territory/by-unit";
import { LivelihoodModelEntity } from "./livelihood-model.entity.js";
import { ModelTotalEntity } from "./model-total.entity.js";

export const modelTotal = defineTotals<LivelihoodModelEntity, ModelTotalEntity>({
  entity: ModelTotalEntity,
  counted: LivelihoodModelEntity,
  places: byUnit,
  version: 1,
  count: (models, add) => {
    for (const { startedOn, budget } of models) add({ year: yearOf(startedOn), models: 1, budget });
  },
});
