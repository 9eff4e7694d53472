import { defineLoader, groupByKey } from "@an-sinh/subgraph-kit/batching";
import { HealthInsuranceCardEntity } from "./health-insurance-card.entity.js";

/** A record's cards, the earliest first. */
export const cardsOfRecord = defineLoader(async (recordIds, context) =>
  groupByKey(
    recordIds,
    await context
      .read(HealthInsuranceCardEntity, "card")
      .where("card.recordId IN (:...recordIds)", { recordIds })
      .orderBy("card.validFrom")
      .addOrderBy("card.id")
      .getMany(),
    (card) => card.recordId,
  ),
);
