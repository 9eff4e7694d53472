import type { RequestContext } from "@an-sinh/subgraph-kit/context";
import { BadUserInputError } from "@an-sinh/server/errors";
import type { MeritoriousCategoryEntity } from "./meritorious-category.entity.js";
import { categoryByCode, categoryById, categoryList, wholeCatalog } from "./meritorious-category.loaders.js";

/** The categories in the ordinance's order, with or without the one for relatives. */
export async function listCategories(
  context: RequestContext,
  includeRelatives: boolean,
): Promise<MeritoriousCategoryEntity[]> {
  const categories = await context.load(categoryList, wholeCatalog);
  return categories.filter(({ isRelative }) => includeRelatives || !isRelative);
}

/** The category that a record names; its foreign key says that there is one. */
export async function getCategory(context: RequestContext, id: string): Promise<MeritoriousCategoryEntity> {
  const category = await context.load(categoryById, id);
  if (category) return category;
  throw new Error(`Expected a category in the catalog, but got: ${id}.`);
}

/** The category with the code that a client gave. Throws BAD_USER_INPUT for a code that is not in the catalog. */
export async function getCategoryByCode(
  context: RequestContext,
  code: string,
): Promise<MeritoriousCategoryEntity> {
  const category = await context.load(categoryByCode, code);
  if (category) return category;
  throw unknownCategory("filter.categoryCode", code);
}

/** The ids for codes that a client gave in an argument. Throws BAD_USER_INPUT for one that is not in the catalog. */
export async function getCategoryIds(
  context: RequestContext,
  codes: readonly string[],
  argument: string,
): Promise<ReadonlySet<string>> {
  const categories = await Promise.all(codes.map((code) => context.load(categoryByCode, code)));
  const ids = categories.map((category, index) => {
    if (category) return category.id;
    throw unknownCategory(argument, codes[index] ?? "");
  });
  return new Set(ids);
}

function unknownCategory(argument: string, code: string): BadUserInputError {
  const shown = JSON.stringify(code.length > 40 ? `${code.slice(0, 40)}…` : code);
  return new BadUserInputError(
    `${argument}: expected the code of one of meritoriousCategories, but got: ${shown}.`,
  );
}
