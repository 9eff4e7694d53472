import { defineLoader, indexByKey } from "@an-sinh/subgraph-kit/batching";
import { TransactionOfficeEntity } from "./transaction-office.entity.js";

export const transactionOfficeById = defineLoader(async (ids, context) =>
  indexByKey(
    ids,
    await context.read(TransactionOfficeEntity, "office").where("office.id IN (:...ids)", { ids }).getMany(),
    (office) => office.id,
  ),
);
