import { defineLoader, groupByKey } from "@an-sinh/subgraph-kit/batching";
import { rowById } from "@an-sinh/subgraph-kit/row-by-id";
import { PersonEntity } from "./person.entity.js";

export const personById = rowById(PersonEntity, "person");

export const membersOfHousehold = defineLoader(async (householdIds, context) =>
  groupByKey(
    householdIds,
    await context
      .read(PersonEntity, "person")
      .where("person.householdId IN (:...householdIds)", { householdIds })
      .orderBy("person.householdId")
      .addOrderBy("person.id")
      .getMany(),
    (person) => person.householdId ?? "",
  ),
);
