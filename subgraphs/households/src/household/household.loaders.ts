import { defineLoader, indexByKey } from "@an-sinh/subgraph-kit/batching";
import { HouseholdEntity } from "./household.entity.js";

export const householdById = defineLoader(async (ids, context) =>
  indexByKey(
    ids,
    await context.read(HouseholdEntity, "household").where("household.id IN (:...ids)", { ids }).getMany(),
    (household) => household.id,
  ),
);
