import type { RequestContext } from "@an-sinh/subgraph-kit/context";
import type { StandardLevelEntity } from "./standard-level.entity.js";
import { allLevels, standardLevelList } from "./standard-level.loaders.js";

/** The level in force on a day; null on a day before the first on record. */
export async function findStandardLevel(
  context: RequestContext,
  on: string,
): Promise<StandardLevelEntity | null> {
  const levels = await context.load(standardLevelList, allLevels);
  const level = levels.find(
    ({ validFrom, validTo }) => validFrom <= on && (validTo === null || validTo >= on),
  );
  return level ?? null;
}
