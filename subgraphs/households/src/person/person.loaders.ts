import { defineLoader, groupByKey, indexByKey } from "@an-sinh/subgraph-kit/batching";
import { PersonEntity } from "./person.entity.js";

export const personById = defineLoader(async (ids, context) =>
  indexByKey(
    ids,
    await context.read(PersonEntity, "person").where("person.id IN (:...ids)", { ids }).getMany(),
    (person) => person.id,
  ),
);

export const membersOfHousehold = defineLoader(async (householdIds, context) =>
  groupByKey(
    householdIds,
    await context
      .read(PersonEntity, "person")
      .where("person.householdId IN (:...householdIds)", { householdIds })
      .orderBy("person.id")
      .getMany(),
    (person) => person.householdId ?? "",
  ),
);
