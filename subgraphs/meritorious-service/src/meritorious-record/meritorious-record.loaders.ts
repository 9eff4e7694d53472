import { defineLoader, groupByKey } from "@an-sinh/subgraph-kit/batching";
import { rowById } from "@an-sinh/subgraph-kit/row-by-id";
import { MeritoriousRecordEntity } from "./meritorious-record.entity.js";

export const recordById = rowById(MeritoriousRecordEntity, "record");

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
