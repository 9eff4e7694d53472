import { defineLoader, indexByKey } from "@an-sinh/subgraph-kit/batching";
import { percent } from "@an-sinh/subgraph-kit/shares";
import { toNumber, type Sum } from "@an-sinh/subgraph-kit/sums";
import { groupByUnit } from "@an-sinh/territory/group-by-unit";
import type { PopulationStatistics } from "./population-statistics.type.js";
import { PopulationTotalEntity } from "./population-total.entity.js";

interface UnitYear {
  readonly unitId: string;
  readonly year: number;
}

interface Row extends UnitYear {
  readonly people: Sum;
  readonly minorityPeople: Sum;
  readonly minorityHouseholds: Sum;
}

const unitYearKey = ({ unitId, year }: UnitYear): string => `${unitId} ${year}`;

/** The population of a unit, on its own boundaries, at the end of a year. Null: nothing is on record. */
export const populationOfUnit = defineLoader<UnitYear, PopulationStatistics | null>(async (keys, context) => {
  const unitIds = [...new Set(keys.map(({ unitId }) => unitId))];
  const years = [...new Set(keys.map(({ year }) => year))];
  const rows = await groupByUnit(context.statistics(PopulationTotalEntity, "total"), "total", unitIds)
    .addSelect("total.year", "year")
    .addSelect("SUM(total.people)", "people")
    .addSelect("SUM(total.ethnicMinorityPeople)", "minorityPeople")
    .addSelect("SUM(total.ethnicMinorityHouseholds)", "minorityHouseholds")
    .andWhere("total.year IN (:...years)", { years })
    .addGroupBy("total.year")
    .getRawMany<Row>();
  return indexByKey(keys.map(unitYearKey), rows, unitYearKey).map((row) => row && toStatistics(row));
}, unitYearKey);

function toStatistics({ year, people, minorityPeople, minorityHouseholds }: Row): PopulationStatistics {
  const [all, ofMinorities] = [toNumber(people), toNumber(minorityPeople)];
  return {
    year,
    people: all,
    ethnicMinorityPeople: ofMinorities,
    ethnicMinoritySharePercent: percent(ofMinorities, all),
    ethnicMinorityHouseholds: toNumber(minorityHouseholds),
  };
}
