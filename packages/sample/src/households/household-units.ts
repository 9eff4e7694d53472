import type { HouseholdUnitEntity } from "@an-sinh/households/household/household-unit.entity";
import { groupBy } from "@an-sinh/subgraph-kit/group-by";
import type { Population } from "../population/population.js";

/** The units of each household, today's and closed ones. */
export function* householdUnitRows({ geography, households }: Population): Iterable<HouseholdUnitEntity> {
  const unitsOf = groupBy(geography.territory, ({ localityId }) => localityId);
  for (const { code, locality } of households) {
    for (const { unitId } of unitsOf.get(locality.id) ?? []) yield { unitId, code };
  }
}
