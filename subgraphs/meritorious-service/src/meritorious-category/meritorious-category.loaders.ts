import { defineCatalog } from "@an-sinh/subgraph-kit/batching";
import { MeritoriousCategoryEntity } from "./meritorious-category.entity.js";

/** In the order of the ordinance, the category for relatives last. */
export const listAllCategories = defineCatalog((context) =>
  context.read(MeritoriousCategoryEntity, "category").orderBy("category.position").getMany(),
);
