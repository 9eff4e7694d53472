import type { RequestContext } from "@an-sinh/subgraph-kit/context";
import { unlessWithheld } from "@an-sinh/territory/small-cells/cells";
import { withheldCells } from "@an-sinh/territory/small-cells/withheld-cells";
import { ConstructionKind } from "../construction-kind/construction-kind.enums.js";
import { HousingSupportProgram } from "../housing-support/housing-support.enums.js";
import type { HousingStatistics, HousingSupportStatistics } from "./housing-statistics.type.js";
import { completedSupports, type SupportKind } from "./housing-support-statistics.loaders.js";
import { supportCell, supportCells } from "./support.cells.js";

/** In the order of their names. */
const supportKinds: readonly SupportKind[] = Object.values(HousingSupportProgram)
  .toSorted()
  .flatMap((program) =>
    Object.values(ConstructionKind)
      .toSorted()
      .map((kind) => ({ program, kind })),
  );

const none = { houses: 0, amount: 0, housesDuringYear: 0, amountDuringYear: 0 };

/**
 * Completed supports of a unit by program and kind. What is withheld is listed whether there are any or none. What was
 * completed during the year is withheld with what was completed by the end of this year or of the year before: it is their
 * difference.
 */
export async function supportStatistics(
  context: RequestContext,
  { unitId, year }: Pick<HousingStatistics, "unitId" | "year">,
): Promise<HousingSupportStatistics[]> {
  const [completed, withheld, withheldBefore] = await Promise.all([
    context.load(completedSupports, unitId, { year }),
    withheldCells(context, supportCells, unitId, { year }),
    withheldCells(context, supportCells, unitId, { year: year - 1 }),
  ]);
  const withheldDuringYear = new Set([...withheld, ...withheldBefore]);
  return supportKinds.flatMap(({ program, kind }) => {
    const cell = supportCell({ program, kind });
    const found = completed.find((sums) => sums.program === program && sums.kind === kind);
    if (!found && !withheld.has(cell)) return [];
    const { houses, amount, housesDuringYear, amountDuringYear } = found ?? none;
    return {
      unitId,
      year,
      program,
      kind,
      houses: unlessWithheld(withheld, cell, houses),
      amount: unlessWithheld(withheld, cell, amount),
      housesDuringYear: unlessWithheld(withheldDuringYear, cell, housesDuringYear),
      amountDuringYear: unlessWithheld(withheldDuringYear, cell, amountDuringYear),
    };
  });
}
