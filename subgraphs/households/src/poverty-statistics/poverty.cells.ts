import type { RequestContext } from "@an-sinh/subgraph-kit/context";
import { defineCells, withheldCells } from "@an-sinh/territory/small-cells/withheld-cells";
import { classChanges, type ComparedYear } from "./class-changes.loaders.js";
import { classTotals, countsAt } from "./class-counts.loaders.js";
import { householdTotals } from "./household-total.loaders.js";

const scope = "households:read";

/** All households of a unit at the end of a year. */
export const householdCells = defineCells<{ readonly year: number }>({
  scope,
  read: async (context, unitIds, { year }) => {
    const keys = unitIds.map((unitId) => ({ unitId, year }));
    const found = await context.loadAll(householdTotals, keys);
    return keys.map(({ unitId }, index) => ({ unitId, cell: "households", counts: [found[index] ?? 0] }));
  },
});

/** Households by class at the end of a year. The poor of no ethnic minority follow from those of one. */
export const classCells = defineCells<{ readonly standardId: string; readonly year: number }>({
  scope,
  read: async (context, unitIds, { standardId, year }) => {
    const totals = await context.loadAll(classTotals, unitIds);
    return unitIds.flatMap((unitId, index) => {
      const counts = countsAt(totals[index] ?? [], standardId, year);
      const { poor, nearPoor, newlyEscaped, minorityPoor, minorityNearPoor } = counts;
      return [
        { unitId, cell: "poor", counts: [poor] },
        { unitId, cell: "nearPoor", counts: [nearPoor] },
        { unitId, cell: "newlyEscaped", counts: [newlyEscaped] },
        { unitId, cell: "minorityPoor", counts: [minorityPoor, poor - minorityPoor] },
        { unitId, cell: "minorityNearPoor", counts: [minorityNearPoor, nearPoor - minorityNearPoor] },
      ];
    });
  },
});

/** Households that changed their class in a year. Who fell into poverty had been poor before, or not. */
const changeCells = defineCells<Omit<ComparedYear, "unitId">>({
  scope,
  read: async (context, unitIds, compared) => {
    const keys = unitIds.map((unitId) => ({ unitId, ...compared }));
    const found = await context.loadAll(classChanges, keys);
    return found.flatMap((changes, index) => {
      const { escaped, noLongerPoor, fell, relapsed, relapsedUnderStandard } = changes;
      const unitId = unitIds[index] ?? "";
      return [
        { unitId, cell: "escaped", counts: [escaped] },
        {
          unitId,
          cell: "moved",
          counts: [
            noLongerPoor,
            fell,
            relapsed,
            fell - relapsed,
            relapsedUnderStandard,
            fell - relapsedUnderStandard,
          ],
        },
      ];
    });
  },
});

/**
 * Whether the numbers of households that became poor, or are poor no longer, are withheld. With them the poor of this
 * year would follow from those of the year before, and the other way round.
 */
export async function areMovesWithheld(
  context: RequestContext,
  { unitId, ...compared }: ComparedYear,
): Promise<boolean> {
  const { year, standardId, previousStandardId } = compared;
  const [changes, now, before] = await Promise.all([
    withheldCells(context, changeCells, unitId, compared),
    withheldCells(context, classCells, unitId, { standardId, year }),
    withheldCells(context, classCells, unitId, { standardId: previousStandardId, year: year - 1 }),
  ]);
  return changes.has("moved") || now.has("poor") || before.has("poor");
}

/** Whether the number of households that escaped poverty is withheld. */
export async function areEscapesWithheld(
  context: RequestContext,
  { unitId, ...compared }: ComparedYear,
): Promise<boolean> {
  return (await withheldCells(context, changeCells, unitId, compared)).has("escaped");
}
