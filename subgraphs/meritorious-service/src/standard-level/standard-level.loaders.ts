import { defineLoader } from "@an-sinh/subgraph-kit/batching";
import { StandardLevelEntity } from "./standard-level.entity.js";

/** The one key of `standardLevelList`. */
export const allLevels = "all";

/** Every level on record: a handful of rows, read once for all days of a request. */
export const standardLevelList = defineLoader(async (keys, context) => {
  const levels = await context.read(StandardLevelEntity, "level").getMany();
  return keys.map(() => levels);
});
