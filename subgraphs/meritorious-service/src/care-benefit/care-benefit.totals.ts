import { defineTotals } from "@an-sinh/subgraph-kit/totals/totals";
import { byUnit } from "@an-sinh/territory/by-unit";
import { CareBenefitTotalEntity } from "./care-benefit-total.entity.js";
import { CareBenefitEntity } from "./care-benefit.entity.js";

export const careBenefitTotals = defineTotals<CareBenefitEntity, CareBenefitTotalEntity>({
  entity: CareBenefitTotalEntity,
  counted: CareBenefitEntity,
  places: byUnit,
  version: 1,
  count: (benefits, add) => {
    for (const { year, kind, amount } of benefits) add({ year, kind, benefits: 1, amount });
  },
});
