import { defineLoader, groupByKey } from "@an-sinh/subgraph-kit/batching";
import { SupportTopUpEntity } from "./support-top-up.entity.js";

/** The top-ups that each unit itself set, the lowest first. `year` is null: of any year. */
export const topUpsOfUnit = defineLoader<SupportTopUpEntity[], { readonly year: number | null }>(
  async (unitIds, context, { year }) => {
    const query = context
      .read(SupportTopUpEntity, "topUp")
      .where("topUp.unitId IN (:...unitIds)", { unitIds })
      .orderBy("topUp.timesCentral")
      .addOrderBy("topUp.id");
    if (year !== null) query.andWhere("topUp.fromYear <= :year AND topUp.toYear >= :year", { year });
    return groupByKey(unitIds, await query.getMany(), (topUp) => topUp.unitId);
  },
);
