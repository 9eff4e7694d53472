import { tableOf } from "@an-sinh/subgraph-kit/database/table";
import { groupBy } from "@an-sinh/subgraph-kit/group-by";
import type { Places } from "@an-sinh/subgraph-kit/totals/totals";
import { TerritoryEntity } from "@an-sinh/territory/territory.entity";

/**
 * Totals of what units reported in figures. A figure counts for the unit itself and for every unit, of today or closed,
 * that contains its whole land, and never for a part of it. The counted rows have a `unitId`.
 */
export const byContainingUnit: Places = {
  property: "unitId",
  key: "unitId",
  dependsOn: [TerritoryEntity],
  find: async (manager, unitIds) => {
    const table = tableOf(manager, TerritoryEntity);
    const land = await table.readBy("unitId", unitIds);
    const around = groupBy(
      await table.readBy(
        "localityId",
        land.map(({ localityId }) => localityId),
      ),
      ({ localityId }) => localityId,
    );
    const landOf = groupBy(land, ({ unitId }) => unitId);
    return new Map(
      [...landOf].map(([id, localities]) => {
        const units = localities.map(
          ({ localityId }) => new Set((around.get(localityId) ?? []).map(({ unitId }) => unitId)),
        );
        const [first, ...others] = units;
        return [id, [...(first ?? [])].filter((unit) => others.every((more) => more.has(unit)))];
      }),
    );
  },
};
