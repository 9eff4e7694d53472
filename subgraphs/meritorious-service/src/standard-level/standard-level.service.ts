import { isInForce } from "@an-sinh/subgraph-kit/calendar";
import type { RequestContext } from "@an-sinh/subgraph-kit/context";
import type { StandardLevelEntity } from "./standard-level.entity.js";
import { listStandardLevels } from "./standard-level.loaders.js";

/** The level in force on a day. Null: the day is before the first level on record. */
export async function findStandardLevel(
  context: RequestContext,
  on: string,
): Promise<StandardLevelEntity | null> {
  const levels = await listStandardLevels(context);
  return levels.find((level) => isInForce(level, on)) ?? null;
}
