import { defineCells } from "@an-sinh/territory/small-cells/withheld-cells";
import { summarize } from "./class-pairs.js";
import { classPairs, type ClassPairQuestion } from "./reclassification.loaders.js";

/** Households by what another standard would change. Those that would not change follow from those that would. */
export const reclassificationCells = defineCells<ClassPairQuestion>({
  scope: "households:read",
  read: async (context, unitIds, question) => {
    const pairs = await context.loadAll(classPairs, unitIds, question);
    return unitIds.flatMap((unitId, index) => {
      const { households, changing, changes } = summarize(pairs[index] ?? []);
      return [
        { unitId, cell: "households", counts: [households] },
        { unitId, cell: "changing", counts: [changing, households - changing] },
        ...[...changes].map(([cell, count]) => ({
          unitId,
          cell,
          partOf: { cell: "changing", by: "classes" },
          counts: [count],
        })),
      ];
    });
  },
});
