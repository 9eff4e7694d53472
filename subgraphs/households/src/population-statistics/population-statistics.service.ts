import type { RequestContext } from "@an-sinh/subgraph-kit/context";
import { shareOf } from "@an-sinh/subgraph-kit/shares";
import { unlessWithheld } from "@an-sinh/territory/small-cells/cells";
import { withheldCells } from "@an-sinh/territory/small-cells/withheld-cells";
import { populationCells } from "./population.cells.js";
import { populationOfUnit } from "./population-statistics.loaders.js";
import type { PopulationStatistics } from "./population-statistics.type.js";

/** The population of a unit, on its own boundaries, at the end of a year. Null: nothing is on record. */
export async function findPopulation(
  context: RequestContext,
  unitId: string,
  year: number,
): Promise<PopulationStatistics | null> {
  const row = await context.load(populationOfUnit, { unitId, year });
  if (!row) return null;
  const withheld = await withheldCells(context, populationCells, unitId, { year });
  const people = unlessWithheld(withheld, "people", row.people);
  const ethnicMinorityPeople = unlessWithheld(withheld, "minorityPeople", row.ethnicMinorityPeople);
  return {
    year,
    people,
    ethnicMinorityPeople,
    ethnicMinoritySharePercent: shareOf(ethnicMinorityPeople, people),
    ethnicMinorityHouseholds: unlessWithheld(withheld, "minorityHouseholds", row.ethnicMinorityHouseholds),
  };
}
