import { defineLoader, groupByKey } from "@an-sinh/subgraph-kit/batching";
import { inForceSql } from "@an-sinh/subgraph-kit/calendar";
import { AllowanceEntity } from "./allowance.entity.js";

interface AllowancesArgs {
  /** The day on which the allowances are in force. */
  readonly on: string;
}

/** A record's allowances in force on a day, the oldest first. */
export const allowancesOfRecord = defineLoader<AllowanceEntity[], AllowancesArgs>(
  async (recordIds, context, { on }) =>
    groupByKey(
      recordIds,
      await context
        .read(AllowanceEntity, "allowance")
        .where("allowance.recordId IN (:...recordIds)", { recordIds })
        .andWhere(inForceSql("allowance.validFrom", "allowance.validTo", ":on"), { on })
        .orderBy("allowance.validFrom")
        .addOrderBy("allowance.id")
        .getMany(),
      (allowance) => allowance.recordId,
    ),
);
