import type { RequestContext } from "@an-sinh/subgraph-kit/context";
import { getCategoryIds } from "../meritorious-category/meritorious-category.service.js";
import type { MeritoriousRecordEntity } from "./meritorious-record.entity.js";
import { recordById } from "./meritorious-record.loaders.js";
import type { MeritoriousMemberFilter } from "./member-filter.inputs.js";

/** Those of the records that the filter lets through, in their order. Throws BAD_USER_INPUT for an unknown category. */
export async function filterMembers(
  context: RequestContext,
  records: readonly MeritoriousRecordEntity[],
  { categoryCodes, relativesOf, status }: MeritoriousMemberFilter,
): Promise<MeritoriousRecordEntity[]> {
  const [own, others] = await Promise.all([
    getCategoryIds(context, categoryCodes ?? [], "filter.categoryCodes"),
    getCategoryIds(context, relativesOf ?? [], "filter.relativesOf"),
  ]);
  const isAnyCategory = !categoryCodes && !relativesOf;
  const kept = await Promise.all(
    records.map(async (record) => {
      if (status && record.status !== status) return false;
      if (isAnyCategory || own.has(record.categoryId)) return true;
      return others.size > 0 && (await isRelativeOf(context, record, others));
    }),
  );
  return records.filter((_, index) => kept[index]);
}

async function isRelativeOf(
  context: RequestContext,
  { relativeOfId }: MeritoriousRecordEntity,
  categoryIds: ReadonlySet<string>,
): Promise<boolean> {
  if (relativeOfId === null) return false;
  const other = await context.load(recordById, relativeOfId);
  return other !== null && categoryIds.has(other.categoryId);
}
