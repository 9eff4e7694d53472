import { defineLoader, indexByKey } from "@an-sinh/subgraph-kit/batching";
import { ofManyUnits } from "@an-sinh/territory/small-cells/of-many-units";
import { UnitPopulationEntity } from "./unit-population.entity.js";

type UnitYear = Pick<UnitPopulationEntity, "unitId" | "year">;

const unitYearKey = ({ unitId, year }: UnitYear): string => `${unitId} ${year}`;

/** The population of a unit, on its own boundaries, at the end of a year. Null: nothing is on record. */
export const populationOfUnit = defineLoader<UnitYear, UnitPopulationEntity | null>(async (keys, context) => {
  const unitIds = [...new Set(keys.map(({ unitId }) => unitId))];
  const rows = await ofManyUnits(context, unitIds, context.statistics(UnitPopulationEntity, "total"))
    .select("total.unitId", "unitId")
    .addSelect("total.year", "year")
    .addSelect("total.people", "people")
    .addSelect("total.ethnicMinorityPeople", "ethnicMinorityPeople")
    .addSelect("total.ethnicMinorityHouseholds", "ethnicMinorityHouseholds")
    .where("total.unitId IN (:...unitIds) AND total.year IN (:...years)", {
      unitIds,
      years: [...new Set(keys.map(({ year }) => year))],
    })
    .getRawMany<UnitPopulationEntity>();
  return indexByKey(keys.map(unitYearKey), rows, unitYearKey);
}, unitYearKey);
