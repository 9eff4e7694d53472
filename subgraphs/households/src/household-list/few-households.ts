import type { RequestContext } from "@an-sinh/subgraph-kit/context";
import { localitiesOfUnit } from "@an-sinh/territory/localities-of-unit.loader";
import type { SelectQueryBuilder } from "typeorm";
import { HouseholdClassificationEntity } from "../household-classification/household-classification.entity.js";

const few = 500;

/**
 * The ids of a unit's households that have classifications which `narrow` keeps, if they are few. Null: they are
 * many. A page of few households would be searched for through the whole unit in the order of the codes; a page of
 * many is soon full that way.
 */
export async function findIfFew(
  context: RequestContext,
  unitId: string,
  narrow: (classifications: SelectQueryBuilder<HouseholdClassificationEntity>) => void,
): Promise<string[] | null> {
  const localities = await context.load(localitiesOfUnit, unitId);
  if (localities.length === 0) return [];
  const query = context
    .read(HouseholdClassificationEntity, "classification")
    .select("classification.householdId", "id")
    .where("classification.localityId IN (:...localities)", { localities })
    .limit(few + 1);
  narrow(query);
  const rows = await query.getRawMany<{ id: string }>();
  return rows.length > few ? null : rows.map(({ id }) => id);
}
