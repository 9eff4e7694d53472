import { defineLoader, indexByKey } from "@an-sinh/subgraph-kit/batching";
import { ofManyUnits } from "@an-sinh/territory/small-cells/of-many-units";
import { UnitHouseholdsEntity } from "./unit-households.entity.js";

type UnitYear = Pick<UnitHouseholdsEntity, "unitId" | "year">;

const unitYearKey = ({ unitId, year }: UnitYear): string => `${unitId} ${year}`;

/** How many households a unit has at the end of a year, on the register or not. Null: nothing is on record. */
export const householdTotals = defineLoader<UnitYear, number | null>(async (keys, context) => {
  const unitIds = [...new Set(keys.map(({ unitId }) => unitId))];
  const rows = await ofManyUnits(context, unitIds, context.statistics(UnitHouseholdsEntity, "total"))
    .select("total.unitId", "unitId")
    .addSelect("total.year", "year")
    .addSelect("total.households", "households")
    .where("total.unitId IN (:...unitIds) AND total.year IN (:...years)", {
      unitIds,
      years: [...new Set(keys.map(({ year }) => year))],
    })
    .getRawMany<UnitHouseholdsEntity>();
  return indexByKey(keys.map(unitYearKey), rows, unitYearKey).map((row) => row && row.households);
}, unitYearKey);
