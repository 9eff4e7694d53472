import type { RequestContext } from "@an-sinh/subgraph-kit/context";
import { groupBy } from "@an-sinh/subgraph-kit/group-by";
import { isSmall, type Cell } from "@an-sinh/territory/small-cells/cells";
import { unitLattice } from "@an-sinh/territory/small-cells/unit-lattice";
import { maySeeAll, withheldCells } from "@an-sinh/territory/small-cells/withheld-cells";
import { wholeCountry } from "@an-sinh/territory/whole-country";
import { allBuyers, buyerCells, cellsOf } from "./buyer.cells.js";
import { readBuyers } from "./buyers-query.js";

/** The cells of buyers in a unit or in the whole country, up to the end of a year, that the caller may not see. */
export async function withheldBuyers(
  context: RequestContext,
  unitId: string,
  year: number,
): Promise<ReadonlySet<string>> {
  if (unitId !== wholeCountry) return withheldCells(context, buyerCells, unitId, { year });
  return (await maySeeAll(context, buyerCells, unitId)) ? new Set() : withheldInCountry(context, year);
}

/** What provinces withhold must not follow from the whole country. */
async function withheldInCountry(context: RequestContext, year: number): Promise<ReadonlySet<string>> {
  const byUnit = groupBy(await readBuyers(context, null, year), ({ unitId }) => unitId);
  const lattice = await unitLattice(context);
  const provinces = [...byUnit.keys()].filter((unitId) => lattice.largestOf(unitId) === unitId);
  const withheld = await Promise.all(
    provinces.map((unitId) => withheldCells(context, buyerCells, unitId, { year })),
  );
  const hidden = provinces.flatMap((unitId, index) =>
    cellsOf(byUnit.get(unitId) ?? []).filter(({ cell }) => withheld[index]?.has(cell)),
  );
  const all = cellsOf(byUnit.get(wholeCountry) ?? []);
  const told = all.filter((cell) => isTold(cell, hidden));
  // Of one bank what another lent would follow. One bank alone is all of them.
  const banks = told.length === 0 ? [] : all.filter(({ cell }) => cell !== allBuyers);
  const whole = told.some(({ cell }) => cell === allBuyers) || banks.length === 1 ? [allBuyers] : [];
  return new Set([...banks.map(({ cell }) => cell), ...whole]);
}

/** Whether a number of the whole country is small, or tells one or few that a province withholds. */
function isTold({ cell, counts }: Cell, hidden: readonly Cell[]): boolean {
  const ofProvinces = hidden.filter((other) => other.cell === cell);
  const rest = ofProvinces.reduce((sum, { counts: [loans = 0] }) => sum + loans, 0);
  return counts.some(isSmall) || ofProvinces.length === 1 || isSmall(rest);
}
