import { defineCatalog, defineLoader, groupByKey } from "@an-sinh/subgraph-kit/batching";
import { rowById } from "@an-sinh/subgraph-kit/row-by-id";
import { HousingGrantNormEntity } from "./housing-grant-norm.entity.js";
import { HousingGrantEntity } from "./housing-grant.entity.js";

export const grantById = rowById(HousingGrantEntity, "housing_grant");

/** A household's grants, the earliest first. */
export const grantsOfHousehold = defineLoader(async (householdIds, context) =>
  groupByKey(
    householdIds,
    await context
      .read(HousingGrantEntity, "housing_grant")
      .where("housing_grant.householdId IN (:...householdIds)", { householdIds })
      .orderBy("housing_grant.householdId")
      .addOrderBy("housing_grant.grantedOn")
      .addOrderBy("housing_grant.id")
      .getMany(),
    (grant) => grant.householdId,
  ),
);

/** The grants that were made because of a record, the earliest first. */
export const grantsOfRecord = defineLoader(async (recordIds, context) =>
  groupByKey(
    recordIds,
    await context
      .read(HousingGrantEntity, "housing_grant")
      .where("housing_grant.recordId IN (:...recordIds)", { recordIds })
      .orderBy("housing_grant.grantedOn")
      .addOrderBy("housing_grant.id")
      .getMany(),
    (grant) => grant.recordId,
  ),
);

export const listGrantNorms = defineCatalog((context) =>
  context.read(HousingGrantNormEntity, "norm").getMany(),
);
