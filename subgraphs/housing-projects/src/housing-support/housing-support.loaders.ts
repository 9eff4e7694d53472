import { defineLoader, groupByKey } from "@an-sinh/subgraph-kit/batching";
import { FundingShareEntity } from "./funding-share.entity.js";
import { HousingSupportEntity } from "./housing-support.entity.js";

/** The supports of each household, the earliest decision first. */
export const supportsOfHousehold = defineLoader(async (ids, context) =>
  groupByKey(
    ids,
    await context
      .read(HousingSupportEntity, "support")
      .where("support.householdId IN (:...ids)", { ids })
      .orderBy("support.householdId")
      .addOrderBy("support.decidedOn")
      .addOrderBy("support.id")
      .getMany(),
    (support) => support.householdId,
  ),
);

/** The shares of each support, the largest first. */
export const sharesOfSupport = defineLoader(async (ids, context) =>
  groupByKey(
    ids,
    await context
      .read(FundingShareEntity, "share")
      .where("share.supportId IN (:...ids)", { ids })
      .orderBy("share.amount", "DESC")
      .addOrderBy("share.source")
      .getMany(),
    (share) => share.supportId,
  ),
);
