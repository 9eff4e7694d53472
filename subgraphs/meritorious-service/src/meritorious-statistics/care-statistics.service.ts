import type { RequestContext } from "@an-sinh/subgraph-kit/context";
import { unlessWithheld } from "@an-sinh/territory/small-cells/cells";
import { withheldCells } from "@an-sinh/territory/small-cells/withheld-cells";
import { careKinds } from "../care-benefit/care-benefit.enums.js";
import { cardCell, cardCells, careCells, grantCell, grantCells, withheldGrants } from "./care.cells.js";
import { cardSumsOfUnit, careSumsOfUnit, grantSumsOfUnit } from "./care-statistics.loaders.js";
import type {
  CareStatistics,
  HealthInsuranceStatistics,
  HousingGrantStatistics,
} from "./care-statistics.type.js";
import type { MeritoriousStatistics } from "./meritorious-statistics.type.js";

/** All kinds of care. Zeros stand for a kind that nobody was given. */
export async function careByKind(
  context: RequestContext,
  { unitId, year }: MeritoriousStatistics,
): Promise<CareStatistics[]> {
  const [sums, withheld] = await Promise.all([
    context.load(careSumsOfUnit, unitId, { year }),
    withheldCells(context, careCells, unitId, { year }),
  ]);
  return careKinds.map((kind) => {
    const sum = sums.find((found) => found.kind === kind);
    return {
      kind,
      benefits: unlessWithheld(withheld, kind, sum?.count ?? 0),
      amount: unlessWithheld(withheld, kind, sum?.amount ?? 0),
    };
  });
}

/** The cards for the year, and what they cost. */
export async function healthInsuranceOf(
  context: RequestContext,
  { unitId, year }: MeritoriousStatistics,
): Promise<HealthInsuranceStatistics> {
  const [[sum], withheld] = await Promise.all([
    context.load(cardSumsOfUnit, unitId, { year }),
    withheldCells(context, cardCells, unitId, { year }),
  ]);
  return {
    cards: unlessWithheld(withheld, cardCell, sum?.count ?? 0),
    premiums: unlessWithheld(withheld, cardCell, sum?.amount ?? 0),
  };
}

/**
 * By decision and kind of work. A kind without a grant is left out. Those whose numbers are withheld come last, whether
 * there are any or none.
 */
export async function housingGrantsOf(
  context: RequestContext,
  { unitId, year }: MeritoriousStatistics,
): Promise<HousingGrantStatistics[]> {
  const [sums, withheld] = await Promise.all([
    context.load(grantSumsOfUnit, unitId, { year }),
    withheldCells(context, grantCells, unitId, { year }),
  ]);
  const shown = sums
    .filter((sum) => !withheld.has(grantCell(sum)))
    .map(({ legalBasisCode, kind, count, amount }) => ({ legalBasisCode, kind, grants: count, amount }));
  return [...shown, ...withheldGrants(withheld).map((kind) => ({ ...kind, grants: null, amount: null }))];
}
