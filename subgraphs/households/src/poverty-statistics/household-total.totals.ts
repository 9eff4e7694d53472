import { defineTotals } from "@an-sinh/subgraph-kit/totals/totals";
import { byUnit } from "@an-sinh/territory/by-unit";
import { HouseholdTotalEntity } from "./household-total.entity.js";
import { UnitHouseholdsEntity } from "./unit-households.entity.js";

export const unitHouseholdTotal = defineTotals<HouseholdTotalEntity, UnitHouseholdsEntity>({
  entity: UnitHouseholdsEntity,
  counted: HouseholdTotalEntity,
  places: byUnit,
  version: 1,
  count: (rows, add) => {
    for (const { year, households } of rows) add({ year, localities: 1, households });
  },
});
