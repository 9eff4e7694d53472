import { defineTotals } from "@an-sinh/subgraph-kit/totals/totals";
import { byUnit } from "@an-sinh/territory/by-unit";
import { PopulationTotalEntity } from "./population-total.entity.js";
import { UnitPopulationEntity } from "./unit-population.entity.js";

export const unitPopulationTotal = defineTotals<PopulationTotalEntity, UnitPopulationEntity>({
  entity: UnitPopulationEntity,
  counted: PopulationTotalEntity,
  places: byUnit,
  version: 1,
  count: (rows, add) => {
    for (const { localityId: _, ...numbers } of rows) add({ localities: 1, ...numbers });
  },
});
