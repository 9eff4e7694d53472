import type { LoaderDefinition } from "@an-sinh/subgraph-kit/batching";
import type { YearArgs } from "@an-sinh/subgraph-kit/period-args";
import { withheldAfter } from "@an-sinh/territory/small-cells/cells";
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

/** The kinds of grants that are withheld, in the order of their names. */
export const withheldGrants = (withheld: ReadonlySet<string>): GrantKind[] =>
  Object.values(ConstructionKind)
    .toSorted()
    .flatMap((kind) =>
      withheldAfter(withheld, grantCell({ legalBasisCode: "", kind }))
        .toSorted()
        .map((legalBasisCode) => ({ legalBasisCode, kind })),
    );

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
