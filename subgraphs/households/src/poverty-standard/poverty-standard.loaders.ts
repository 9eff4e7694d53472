import { defineLoader, indexByKey } from "@an-sinh/subgraph-kit/batching";
import type { RequestContext } from "@an-sinh/subgraph-kit/context";
import { PovertyStandardEntity } from "./poverty-standard.entity.js";

/** There are a handful of standards, so a request reads them all, once. */
const allStandards = defineLoader(async (keys, context: RequestContext) => {
  const standards = await context.read(PovertyStandardEntity, "standard").orderBy("standard.id").getMany();
  return keys.map(() => standards);
});

export const standards = (context: RequestContext): Promise<PovertyStandardEntity[]> =>
  context.load(allStandards, "all");

export const standardById = defineLoader(async (ids, context) =>
  indexByKey(ids, await standards(context), (standard) => standard.id),
);
