import { defineCatalog, defineLoader, indexByKey } from "@an-sinh/subgraph-kit/batching";
import { PovertyStandardEntity } from "./poverty-standard.entity.js";

/** A handful, in the order of their ids. */
export const standards = defineCatalog((context) =>
  context.read(PovertyStandardEntity, "standard").orderBy("standard.id").getMany(),
);

export const standardById = defineLoader(async (ids, context) =>
  indexByKey(ids, await standards(context), (standard) => standard.id),
);
