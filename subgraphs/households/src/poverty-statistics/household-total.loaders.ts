import { defineLoader, indexByKey } from "@an-sinh/subgraph-kit/batching";
import { toNumber, type Sum } from "@an-sinh/subgraph-kit/sums";
import { groupByUnit } from "@an-sinh/territory/group-by-unit";
import { HouseholdTotalEntity } from "./household-total.entity.js";

interface UnitYear {
  readonly unitId: string;
  readonly year: number;
}

const unitYearKey = ({ unitId, year }: UnitYear): string => `${unitId} ${year}`;

/** How many households a unit has at the end of a year, on the register or not. Null: nothing is on record. */
export const householdTotals = defineLoader<UnitYear, number | null>(async (keys, context) => {
  const unitIds = [...new Set(keys.map(({ unitId }) => unitId))];
  const years = [...new Set(keys.map(({ year }) => year))];
  const rows = await groupByUnit(context.statistics(HouseholdTotalEntity, "total"), "total", unitIds)
    .addSelect("total.year", "year")
    .addSelect("SUM(total.households)", "households")
    .andWhere("total.year IN (:...years)", { years })
    .addGroupBy("total.year")
    .getRawMany<UnitYear & { readonly households: Sum }>();
  return indexByKey(keys.map(unitYearKey), rows, unitYearKey).map((row) => row && toNumber(row.households));
}, unitYearKey);
