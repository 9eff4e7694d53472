import { defineLoader, indexByKey } from "@an-sinh/subgraph-kit/batching";
import { MeritoriousCategoryEntity } from "./meritorious-category.entity.js";

export const categoryById = defineLoader(async (ids, context) =>
  indexByKey(
    ids,
    await context
      .read(MeritoriousCategoryEntity, "category")
      .where("category.id IN (:...ids)", { ids })
      .getMany(),
    (category) => category.id,
  ),
);

export const categoryByCode = defineLoader(async (codes, context) =>
  indexByKey(
    codes,
    await context
      .read(MeritoriousCategoryEntity, "category")
      .where("category.code IN (:...codes)", { codes })
      .getMany(),
    (category) => category.code,
  ),
);

/** The one key of `categoryList`: the catalog is a list of a dozen rows, read whole. */
export const wholeCatalog = "all";

/** Every category in the ordinance's order, the relatives last. */
export const categoryList = defineLoader(async (keys, context) => {
  const categories = await context
    .read(MeritoriousCategoryEntity, "category")
    .orderBy("category.position")
    .getMany();
  return keys.map(() => categories);
});
