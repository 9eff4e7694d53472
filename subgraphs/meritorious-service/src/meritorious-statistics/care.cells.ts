import type { LoaderDefinition } from "@an-sinh/subgraph-kit/batching";
import type { YearArgs } from "@an-sinh/subgraph-kit/period-args";
import { defineCells, type Cells } from "@an-sinh/territory/small-cells/withheld-cells";
import { ConstructionKind } from "../external/construction-kind.stub.js";
import { cardSumsOfUnit, careSumsOfUnit, grantSumsOfUnit, type UnitSum } from "./care-statistics.loaders.js";
import { scope } from "./meritorious.cells.js";

interface GrantKind {
  readonly legalBasisCode: string;
  readonly kind: ConstructionKind;
}

export const cardCell = "cards";
export const grantCell = ({ legalBasisCode, kind }: GrantKind): string => `${kind} ${legalBasisCode}`;

/** The kind of grants that a cell counts. */
export function grantKindOf(cell: string): GrantKind {
  const kind = Object.values(ConstructionKind).find((name) => cell.startsWith(`${name} `));
  if (!kind) throw new Error(`Expected a cell of grants, but got: ${cell}.`);
  return { legalBasisCode: cell.slice(kind.length + 1), kind };
}

export const careCells = cellsOf(careSumsOfUnit, ({ kind }) => kind);
export const cardCells = cellsOf(cardSumsOfUnit, () => cardCell);
export const grantCells = cellsOf(grantSumsOfUnit, grantCell);

/** How many rows of each kind a unit has in a year. No statistic adds up the kinds. */
function cellsOf<Sum extends UnitSum>(
  sums: LoaderDefinition<Sum[], YearArgs>,
  cellOf: (sum: Sum) => string,
): Cells<YearArgs> {
  return defineCells<YearArgs>({
    scope,
    read: async (context, unitIds, { year }) =>
      (await context.loadAll(sums, unitIds, { year }))
        .flat()
        .map((sum) => ({ unitId: sum.unitId, cell: cellOf(sum), counts: [sum.count] })),
  });
}
