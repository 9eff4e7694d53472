import { defineLoader, groupByKey, type LoaderDefinition } from "@an-sinh/subgraph-kit/batching";
import type { RequestContext } from "@an-sinh/subgraph-kit/context";
import { rowById } from "@an-sinh/subgraph-kit/row-by-id";
import type { RowQuery } from "@an-sinh/subgraph-kit/rows/row-query";
import { MeritoriousRecordEntity } from "./meritorious-record.entity.js";

export const recordById = rowById(MeritoriousRecordEntity, "record");

/** A person's records, whatever their status, in the order of recognition. */
export const recordsOfPerson = defineLoader((personIds, context) =>
  readByPerson(personIds, context.read(MeritoriousRecordEntity, "record")),
);

/** The same for a verdict: also the records that are kept outside of the caller's areas. */
export const recordsForVerdict = ({ areas }: RequestContext): LoaderDefinition<MeritoriousRecordEntity[]> =>
  areas === null ? recordsOfPerson : recordsAnywhere;

const recordsAnywhere = defineLoader((personIds, context) =>
  readByPerson(personIds, context.facts(MeritoriousRecordEntity, "record")),
);

async function readByPerson(
  personIds: readonly string[],
  records: RowQuery<MeritoriousRecordEntity>,
): Promise<MeritoriousRecordEntity[][]> {
  const found = await records
    .where("record.personId IN (:...personIds)", { personIds })
    .orderBy("record.recognizedOn")
    .addOrderBy("record.id")
    .getMany();
  return groupByKey(personIds, found, (record) => record.personId);
}
