import { defineLoader, groupByKey } from "@an-sinh/subgraph-kit/batching";
import type { RequestContext } from "@an-sinh/subgraph-kit/context";
import { TerritoryEntity } from "./territory.entity.js";

/** The localities of each unit, of today or closed: at most some hundreds. Empty: the territory has no such unit. */
export const localitiesOfUnit = defineLoader(async (unitIds, context) => {
  const rows = await context
    .read(TerritoryEntity, "territory")
    .where("territory.unitId IN (:...unitIds)", { unitIds })
    .getMany();
  return groupByKey(unitIds, rows, ({ unitId }) => unitId).map((ofUnit) =>
    ofUnit.map(({ localityId }) => localityId),
  );
});

/** The localities of the caller's areas. Null: the whole country. */
export async function localitiesOfCaller(context: RequestContext): Promise<ReadonlySet<string> | null> {
  if (context.areas === null) return null;
  return new Set((await context.loadAll(localitiesOfUnit, context.areas)).flat());
}
