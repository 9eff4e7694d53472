import { defineCells } from "@an-sinh/territory/small-cells/withheld-cells";
import { populationOfUnit } from "./population-statistics.loaders.js";

/** What a year's population tells. The others' number follows from that of ethnic minorities. */
export const populationCells = defineCells<{ readonly year: number }>({
  scope: "households:read",
  read: async (context, unitIds, { year }) => {
    const keys = unitIds.map((unitId) => ({ unitId, year }));
    const rows = await context.loadAll(populationOfUnit, keys);
    return rows
      .filter((row) => row !== null)
      .flatMap(({ unitId, people, ethnicMinorityPeople, ethnicMinorityHouseholds }) => [
        { unitId, cell: "people", counts: [people] },
        { unitId, cell: "minorityPeople", counts: [ethnicMinorityPeople, people - ethnicMinorityPeople] },
        { unitId, cell: "minorityHouseholds", counts: [ethnicMinorityHouseholds] },
      ]);
  },
});
