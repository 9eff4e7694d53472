import type { RowQuery } from "@an-sinh/subgraph-kit/rows/row-query";
import { TerritoryEntity } from "@an-sinh/territory/territory.entity";
import type { HouseholdClassificationEntity } from "../household-classification/household-classification.entity.js";

/** Keeps the classifications, whose alias is `classification`, of households that live on the land of a unit. */
export const inUnit = (
  query: RowQuery<HouseholdClassificationEntity>,
  unitId: string,
): RowQuery<HouseholdClassificationEntity> =>
  query.innerJoin(
    TerritoryEntity,
    "territory",
    "territory.localityId = classification.localityId AND territory.unitId = :unitId",
    { unitId },
  );
