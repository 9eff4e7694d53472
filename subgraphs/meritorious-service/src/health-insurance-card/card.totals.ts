import { defineTotals } from "@an-sinh/subgraph-kit/totals/totals";
import { byUnit } from "@an-sinh/territory/by-unit";
import { CardTotalEntity } from "./card-total.entity.js";
import { HealthInsuranceCardEntity } from "./health-insurance-card.entity.js";

export const cardTotals = defineTotals<HealthInsuranceCardEntity, CardTotalEntity>({
  entity: CardTotalEntity,
  counted: HealthInsuranceCardEntity,
  places: byUnit,
  version: 1,
  count: (cards, add) => {
    for (const { year, premium } of cards) add({ year, cards: 1, premiums: premium });
  },
});
