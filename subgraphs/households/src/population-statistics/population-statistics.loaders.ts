import { defineLoader, indexByKey } from "@an-sinh/subgraph-kit/batching";
import { UnitPopulationEntity } from "./unit-population.entity.js";

type UnitYear = Pick<UnitPopulationEntity, "unitId" | "year">;

const unitYearKey = ({ unitId, year }: UnitYear): string => `${unitId} ${year}`;

/** The population of a unit, on its own boundaries, at the end of a year. Null: nothing is on record. */
export const populationOfUnit = defineLoader<UnitYear, UnitPopulationEntity | null>(async (keys, context) => {
  const rows = await context
    .statistics(UnitPopulationEntity, "total")
    .select("total.unitId", "unitId")
    .addSelect("total.year", "year")
    .addSelect("total.people", "people")
    .addSelect("total.ethnicMinorityPeople", "ethnicMinorityPeople")
    .addSelect("total.ethnicMinorityHouseholds", "ethnicMinorityHouseholds")
    .where("total.unitId IN (:...unitIds) AND total.year IN (:...years)", {
      unitIds: [...new Set(keys.map(({ unitId }) => unitId))],
      years: [...new Set(keys.map(({ year }) => year))],
    })
    .getRawMany<UnitPopulationEntity>();
  return indexByKey(keys.map(unitYearKey), rows, unitYearKey);
}, unitYearKey);
