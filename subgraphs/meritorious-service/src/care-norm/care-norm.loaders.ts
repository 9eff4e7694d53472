import { defineLoader } from "@an-sinh/subgraph-kit/batching";
import { CareNormEntity } from "./care-norm.entity.js";

/** The one key of `careNormList`. */
export const allCareNorms = "all";

/** Every norm on record: a dozen rows. */
export const careNormList = defineLoader(async (keys, context) => {
  const norms = await context.read(CareNormEntity, "norm").getMany();
  return keys.map(() => norms);
});
