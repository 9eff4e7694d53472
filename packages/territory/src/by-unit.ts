import { groupBy } from "@an-sinh/subgraph-kit/group-by";
import { tableOf } from "@an-sinh/subgraph-kit/database/table";
import type { Places } from "@an-sinh/subgraph-kit/totals/totals";
import { TerritoryEntity } from "./territory.entity.js";

/**
 * Totals of administrative units, of today and closed. The counted rows have a `localityId`, and count in each unit in
 * which the locality lies.
 */
export const byUnit: Places = {
  property: "localityId",
  key: "unitId",
  dependsOn: [TerritoryEntity],
  find: async (manager, localityIds) => {
    const territory = await tableOf(manager, TerritoryEntity).readBy("localityId", localityIds);
    const units = groupBy(territory, ({ localityId }) => localityId);
    return new Map([...units].map(([id, rows]) => [id, rows.map(({ unitId }) => unitId)]));
  },
};
