import { defineLoader, groupByKey, indexByKey } from "@an-sinh/subgraph-kit/batching";
import { MeritoriousRecordEntity } from "./meritorious-record.entity.js";

export const recordById = defineLoader(async (ids, context) =>
  indexByKey(
    ids,
    await context.read(MeritoriousRecordEntity, "record").where("record.id IN (:...ids)", { ids }).getMany(),
    (record) => record.id,
  ),
);

/** A person's records, whatever their status, in the order of recognition. */
export const recordsOfPerson = defineLoader(async (personIds, context) =>
  groupByKey(
    personIds,
    await context
      .read(MeritoriousRecordEntity, "record")
      .where("record.personId IN (:...personIds)", { personIds })
      .orderBy("record.recognizedOn")
      .addOrderBy("record.id")
      .getMany(),
    (record) => record.personId,
  ),
);
