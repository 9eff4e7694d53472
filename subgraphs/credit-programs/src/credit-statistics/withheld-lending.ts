import type { RequestContext } from "@an-sinh/subgraph-kit/context";
import { withheldCells } from "@an-sinh/territory/small-cells/withheld-cells";
import { commercialPrograms } from "../credit-program/credit-program.loaders.js";
import { allBuyers } from "../housing-package/buyer.cells.js";
import { withheldBuyers } from "../housing-package/withheld-buyers.js";
import type { CreditPeriod } from "./credit-period.loaders.js";
import { lendingCells, policyBank, withheldLenders } from "./lending.cells.js";

/** What of the lending over some years the caller may not see. */
export interface WithheldLending {
  /** Whether it is what all programs lent together. */
  readonly isWhole: boolean;
  /** The ids of programs. */
  readonly programs: ReadonlySet<string>;
}

const nothing: WithheldLending = { isWhole: false, programs: new Set() };

/** A period is withheld where one of its years is: a year would follow from two periods. */
export async function withheldLending(
  context: RequestContext,
  unitId: string,
  { fromYear, toYear, lenderKind }: CreditPeriod,
): Promise<WithheldLending> {
  const [cells, isBuyersWithheld] = await Promise.all([
    withheldCells(context, lendingCells, unitId, { fromYear, toYear }),
    lenderKind === policyBank ? false : areBuyersWithheld(context, unitId, { fromYear, toYear }),
  ]);
  if (cells.size === 0 && !isBuyersWithheld) return nothing;
  const commercial = await commercialPrograms(context);
  const lenders = withheldLenders(cells);
  const isPolicyBank = lenders.delete(policyBank);
  if (isBuyersWithheld) for (const program of commercial) lenders.add(program);
  const programs = [...lenders].filter(
    (id) => !lenderKind || commercial.has(id) === (lenderKind === "COMMERCIAL_BANK"),
  );
  const isCommercial = programs.some((id) => commercial.has(id));
  return {
    isWhole: isCommercial || (isPolicyBank && lenderKind !== "COMMERCIAL_BANK"),
    programs: new Set(programs),
  };
}

/** What was lent to buyers in a period follows from what was lent until its end and until its beginning. */
async function areBuyersWithheld(
  context: RequestContext,
  unitId: string,
  { fromYear, toYear }: Pick<CreditPeriod, "fromYear" | "toYear">,
): Promise<boolean> {
  const withheld = await Promise.all([
    withheldBuyers(context, unitId, fromYear - 1),
    withheldBuyers(context, unitId, toYear),
  ]);
  return withheld.some((cells) => cells.has(allBuyers));
}
