import type { RequestContext } from "@an-sinh/kit/context";
import { BadUserInputError } from "@an-sinh/kit/errors";
import type { MeritoriousCategoryEntity } from "./meritorious-category.entity.js";
import {
  categoryByCode,
  categoryById,
  categoryList,
  wholeCatalogue,
} from "./meritorious-category.loaders.js";

/** The categories in the ordinance's order, with or without the one for relatives. */
export async function listCategories(
  context: RequestContext,
  includeRelatives: boolean,
): Promise<MeritoriousCategoryEntity[]> {
  const categories = await context.load(categoryList, wholeCatalogue);
  return categories.filter(({ isRelative }) => includeRelatives || !isRelative);
}

/** The category that a record names; its foreign key says that there is one. */
export async function getCategory(context: RequestContext, id: string): Promise<MeritoriousCategoryEntity> {
  const category = await context.load(categoryById, id);
  if (category) return category;
  throw new Error(`Expected a category in the catalogue, but got: ${id}.`);
}

/** The category with the code that a client gave. Throws BAD_USER_INPUT for a code that is not in the catalogue. */
export async function getCategoryByCode(
  context: RequestContext,
  code: string,
): Promise<MeritoriousCategoryEntity> {
  const category = await context.load(categoryByCode, code);
  if (category) return category;
  const shown = JSON.stringify(code.length > 40 ? `${code.slice(0, 40)}…` : code);
  throw new BadUserInputError(
    `filter.categoryCode: expected the code of one of meritoriousCategories, but got: ${shown}.`,
  );
}
