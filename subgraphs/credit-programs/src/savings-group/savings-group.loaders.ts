import { defineLoader, indexByKey } from "@an-sinh/subgraph-kit/batching";
import { SavingsGroupEntity } from "./savings-group.entity.js";

export const savingsGroupById = defineLoader(async (ids, context) =>
  indexByKey(
    ids,
    await context
      .read(SavingsGroupEntity, "savingsGroup")
      .where("savingsGroup.id IN (:...ids)", { ids })
      .getMany(),
    (savingsGroup) => savingsGroup.id,
  ),
);
