import { refuseEmptyTexts } from "@an-sinh/subgraph-kit/arguments";
import type { RequestContext } from "@an-sinh/subgraph-kit/context";
import { getCategoryId } from "../meritorious-category/meritorious-category.service.js";
import type { MeritoriousMemberFilter } from "./member-filter.inputs.js";
import type { MeritoriousRecordEntity } from "./meritorious-record.entity.js";
import { recordById } from "./meritorious-record.loaders.js";

/** The records that fulfill the filter, in their order. Throws BAD_USER_INPUT for an empty text and an unknown category. */
export async function filterMembers(
  context: RequestContext,
  records: readonly MeritoriousRecordEntity[],
  filter: MeritoriousMemberFilter,
): Promise<MeritoriousRecordEntity[]> {
  refuseEmptyTexts(filter);
  const { categoryCodes, relativesOf, status } = filter;
  const [own, others] = await Promise.all([
    categoryIds(context, categoryCodes ?? [], "filter.categoryCodes"),
    categoryIds(context, relativesOf ?? [], "filter.relativesOf"),
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

async function categoryIds(
  context: RequestContext,
  codes: readonly string[],
  argument: string,
): Promise<ReadonlySet<string>> {
  return new Set(await Promise.all(codes.map((code) => getCategoryId(context, code, argument))));
}

async function isRelativeOf(
  context: RequestContext,
  { relativeOfId }: MeritoriousRecordEntity,
  categories: ReadonlySet<string>,
): Promise<boolean> {
  if (relativeOfId === null) return false;
  const other = await context.load(recordById, relativeOfId);
  return other !== null && categories.has(other.categoryId);
}
