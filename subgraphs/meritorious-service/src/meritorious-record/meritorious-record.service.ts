import type { RequestContext } from "@an-sinh/subgraph-kit/context";
import type { Page } from "@an-sinh/subgraph-kit/pagination/connection";
import { paginate, type Ordering } from "@an-sinh/subgraph-kit/pagination/paginate";
import { filterByUnit } from "@an-sinh/territory/filter-by-unit";
import type { SelectQueryBuilder } from "typeorm";
import { categoryByCode } from "../meritorious-category/meritorious-category.loaders.js";
import { getCategoryByCode } from "../meritorious-category/meritorious-category.service.js";
import { MeritoriousRecordEntity } from "./meritorious-record.entity.js";
import type { MeritoriousRecordFilter, MeritoriousRecordsArgs } from "./meritorious-record.inputs.js";
import { recordById, recordsOfPerson } from "./meritorious-record.loaders.js";

/** Neighbors stand together, and a unit's records are found and ordered by one index, whatever the unit's size. */
const byLocality: Ordering<MeritoriousRecordEntity> = {
  name: "meritoriousRecords",
  columns: [
    { expression: "record.localityId", type: "string", value: (record) => record.localityId },
    { expression: "record.id", type: "string", value: (record) => record.id },
  ],
};

type RecordQuery = SelectQueryBuilder<MeritoriousRecordEntity>;

/** A page of records, in the order of their localities. */
export async function listRecords(
  context: RequestContext,
  { filter, ...page }: MeritoriousRecordsArgs,
): Promise<Page<MeritoriousRecordEntity>> {
  const query = context.read(MeritoriousRecordEntity, "record");
  if (filter) {
    applyFilter(query, filter);
    await applyCatalogs(context, query, filter);
  }
  return paginate(query, byLocality, page);
}

/** The record that a row names; its foreign key says that there is one. */
export async function getRecord(context: RequestContext, id: string): Promise<MeritoriousRecordEntity> {
  const record = await context.load(recordById, id);
  if (record) return record;
  throw new Error(`Expected a record, but got: ${id}.`);
}

/** The records of several persons together: those of the first person first. */
export async function listRecordsOfPersons(
  context: RequestContext,
  personIds: readonly string[],
): Promise<MeritoriousRecordEntity[]> {
  const lists = await Promise.all(personIds.map((id) => context.load(recordsOfPerson, id)));
  return lists.flat();
}

const warInvalidsAndMartyrs = ["WAR_INVALID", "MARTYR"];

/** Whether one of the persons is recognized as a war invalid or martyr, whatever the record's status. */
export async function includesWarInvalidOrMartyr(
  context: RequestContext,
  personIds: readonly string[],
): Promise<boolean> {
  const [categories, records] = await Promise.all([
    Promise.all(warInvalidsAndMartyrs.map((code) => context.load(categoryByCode, code))),
    listRecordsOfPersons(context, personIds),
  ]);
  const wanted = new Set(categories.map((category) => category?.id));
  return records.some(({ categoryId }) => wanted.has(categoryId));
}

function applyFilter(query: RecordQuery, filter: MeritoriousRecordFilter): void {
  const { person, status, recognizedFrom, recognizedTo, relativeOf } = filter;
  if (person) query.andWhere("record.personId = :person", { person });
  if (status) query.andWhere("record.status = :status", { status });
  if (recognizedFrom) query.andWhere("record.recognizedOn >= :recognizedFrom", { recognizedFrom });
  if (recognizedTo) query.andWhere("record.recognizedOn <= :recognizedTo", { recognizedTo });
  if (relativeOf) query.andWhere("record.relativeOfId = :relativeOf", { relativeOf });
}

/**
 * What a client names by unit or code is looked up first and given to the list as values: MySQL can then
 * walk the list's index in its order, which it cannot through a join.
 */
async function applyCatalogs(
  context: RequestContext,
  query: RecordQuery,
  { administrativeUnit, categoryCode }: MeritoriousRecordFilter,
): Promise<void> {
  if (categoryCode) {
    const category = await getCategoryByCode(context, categoryCode);
    query.andWhere("record.categoryId = :categoryId", { categoryId: category.id });
  }
  if (typeof administrativeUnit !== "string") return;
  await filterByUnit(context, query, "record", {
    argument: "filter.administrativeUnit",
    unitId: administrativeUnit,
  });
}
