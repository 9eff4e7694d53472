import { defineLoader, groupByKey } from "@an-sinh/subgraph-kit/batching";
import { CareBenefitEntity } from "./care-benefit.entity.js";

interface CareBenefitsArgs {
  /** The year in which they were given. Null: any. */
  readonly year: number | null;
}

/** What was given for a record, the earliest first. */
export const careBenefitsOfRecord = defineLoader<CareBenefitEntity[], CareBenefitsArgs>(
  async (recordIds, context, { year }) => {
    const query = context
      .read(CareBenefitEntity, "benefit")
      .where("benefit.recordId IN (:...recordIds)", { recordIds });
    if (year !== null) query.andWhere("benefit.year = :year", { year });
    const benefits = await query.orderBy("benefit.paidOn").addOrderBy("benefit.id").getMany();
    return groupByKey(recordIds, benefits, (benefit) => benefit.recordId);
  },
);
