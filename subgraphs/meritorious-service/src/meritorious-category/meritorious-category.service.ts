import { badArgument } from "@an-sinh/subgraph-kit/arguments";
import type { RequestContext } from "@an-sinh/subgraph-kit/context";
import type { MeritoriousCategoryEntity } from "./meritorious-category.entity.js";
import { listAllCategories } from "./meritorious-category.loaders.js";

/** The categories in the ordinance's order, with or without the one for relatives. */
export async function listCategories(
  context: RequestContext,
  includeRelatives: boolean,
): Promise<MeritoriousCategoryEntity[]> {
  const categories = await listAllCategories(context);
  return categories.filter(({ isRelative }) => includeRelatives || !isRelative);
}

/** The category that a record names; its foreign key says that there is one. */
export async function getCategory(context: RequestContext, id: string): Promise<MeritoriousCategoryEntity> {
  const categories = await listAllCategories(context);
  const category = categories.find((candidate) => candidate.id === id);
  if (category) return category;
  throw new Error(`Expected a category in the catalog, but got: ${id}.`);
}

/**
 * The id of the category with the code that a client gave in an argument. Throws BAD_USER_INPUT for a code that is not
 * in the catalog.
 */
export async function getCategoryId(
  context: RequestContext,
  code: string,
  argument: string,
): Promise<string> {
  const categories = await listAllCategories(context);
  const category = categories.find((candidate) => candidate.code === code);
  if (category) return category.id;
  throw badArgument(argument, "the code of one of meritoriousCategories", code);
}
