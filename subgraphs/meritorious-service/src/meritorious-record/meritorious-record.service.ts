import { getReferred, refuseEmptyTexts } from "@an-sinh/subgraph-kit/arguments";
import type { RequestContext } from "@an-sinh/subgraph-kit/context";
import type { Page } from "@an-sinh/subgraph-kit/pagination/connection";
import type { Ordering } from "@an-sinh/subgraph-kit/pagination/ordering";
import { paginate } from "@an-sinh/subgraph-kit/pagination/paginate";
import { required } from "@an-sinh/subgraph-kit/federation/required";
import type { RowQuery } from "@an-sinh/subgraph-kit/rows/row-query";
import { filterInAreas } from "@an-sinh/territory/filter-by-unit";
import type { Household } from "../external/household.stub.js";
import { listAllCategories } from "../meritorious-category/meritorious-category.loaders.js";
import { getCategoryId } from "../meritorious-category/meritorious-category.service.js";
import { MeritoriousRecordEntity } from "./meritorious-record.entity.js";
import type { MeritoriousRecordFilter, MeritoriousRecordsArgs } from "./meritorious-record.inputs.js";
import { recordById, recordsForVerdict, recordsOfPerson } from "./meritorious-record.loaders.js";

/** One index finds a unit's records and gives them in this order, however many they are. */
const byLocality: Ordering<MeritoriousRecordEntity> = {
  name: "meritoriousRecords",
  columns: [
    { expression: "record.localityId", type: "string", value: (record) => record.localityId },
    { expression: "record.id", type: "string", value: (record) => record.id },
  ],
};

/** A page of records, in the order of their localities. Throws what the filter's descriptions say. */
export async function listRecords(
  context: RequestContext,
  { filter, ...page }: MeritoriousRecordsArgs,
): Promise<Page<MeritoriousRecordEntity>> {
  const query = context.read(MeritoriousRecordEntity, "record");
  refuseEmptyTexts(filter ?? {});
  applyFilter(query, filter ?? {});
  await applyReferences(context, query, filter ?? {});
  return paginate(context, query, byLocality, page);
}

/** The record that a row names; its foreign key says that there is one. */
export async function getRecord(context: RequestContext, id: string): Promise<MeritoriousRecordEntity> {
  const record = await context.load(recordById, id);
  if (record) return record;
  throw new Error(`Expected a record, but got: ${id}.`);
}

const memberIds = ({ members }: Household): string[] => required("members", members).map(({ id }) => id);

/** The records of a household's members: those of the first member first. */
export async function listRecordsOfMembers(
  context: RequestContext,
  household: Household,
): Promise<MeritoriousRecordEntity[]> {
  const lists = await context.loadAll(recordsOfPerson, memberIds(household));
  return lists.flat();
}

/** Whether a member of a household has a record that is in force today. */
export async function includesMeritoriousMember(
  context: RequestContext,
  household: Household,
): Promise<boolean> {
  const lists = await context.loadAll(recordsForVerdict(context), memberIds(household));
  return lists.flat().some(({ status }) => status === "IN_FORCE");
}

const warInvalidsAndMartyrs = ["WAR_INVALID", "MARTYR"];

/** Whether one of the persons is recognized as a war invalid or martyr, whatever the record's status. */
export async function includesWarInvalidOrMartyr(
  context: RequestContext,
  personIds: readonly string[],
): Promise<boolean> {
  const [categories, lists] = await Promise.all([
    listAllCategories(context),
    context.loadAll(recordsForVerdict(context), personIds),
  ]);
  const meant = categories.filter(({ code }) => warInvalidsAndMartyrs.includes(code)).map(({ id }) => id);
  return lists.flat().some(({ categoryId }) => meant.includes(categoryId));
}

type RecordQuery = RowQuery<MeritoriousRecordEntity>;

function applyFilter(query: RecordQuery, filter: MeritoriousRecordFilter): void {
  const { person, status, recognizedFrom, recognizedTo } = filter;
  if (person) query.andWhere("record.personId = :person", { person });
  if (status) query.andWhere("record.status = :status", { status });
  if (recognizedFrom) query.andWhere("record.recognizedOn >= :recognizedFrom", { recognizedFrom });
  if (recognizedTo) query.andWhere("record.recognizedOn <= :recognizedTo", { recognizedTo });
}

/**
 * What the client names by an id or code is looked up first, and the list compares with the ids found. Through a join,
 * MySQL could not read the list's index in the list's order.
 */
async function applyReferences(
  context: RequestContext,
  query: RecordQuery,
  { administrativeUnit: unitId, categoryCode, relativeOf }: MeritoriousRecordFilter,
): Promise<void> {
  if (categoryCode) {
    const categoryId = await getCategoryId(context, categoryCode, "filter.categoryCode");
    query.andWhere("record.categoryId = :categoryId", { categoryId });
  }
  if (relativeOf) {
    const argument = "filter.relativeOf";
    await getReferred(context, recordById, { argument, value: relativeOf, noun: "the id of a record" });
    query.andWhere("record.relativeOfId = :relativeOf", { relativeOf });
  }
  await filterInAreas(context, query, "record", { argument: "filter.administrativeUnit", unitId });
}
