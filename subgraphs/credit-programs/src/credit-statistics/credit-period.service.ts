import type { RequestContext } from "@an-sinh/subgraph-kit/context";
import {
  disbursedInPeriod,
  programsInPeriod,
  type CreditPeriod,
  type Disbursed,
  type ProgramDisbursed,
} from "./credit-period.loaders.js";
import { CreditProgramPeriod } from "./credit-period.type.js";
import { withheldLending, type WithheldLending } from "./withheld-lending.js";

/** What was paid out, as the caller may see it. Null: withheld. */
export type ShownDisbursed = { readonly [Name in keyof Disbursed]: number | null };

const withheld: ShownDisbursed = { loans: null, households: null, disbursed: null };
const nothing: ShownDisbursed = { loans: 0, households: 0, disbursed: 0 };

/** What was lent in a unit over a period. */
export async function lentInPeriod(
  context: RequestContext,
  unitId: string,
  period: CreditPeriod,
): Promise<ShownDisbursed> {
  const [disbursed, { isWhole }] = await Promise.all([
    context.load(disbursedInPeriod, unitId, period),
    withheldLending(context, unitId, period),
  ]);
  return isWhole ? withheld : disbursed;
}

/** What each program lent in a unit over a period, in the order of the programs' ids. */
export async function lentByProgram(
  context: RequestContext,
  unitId: string,
  period: CreditPeriod,
): Promise<CreditProgramPeriod[]> {
  const [lent, withheldLent] = await Promise.all([
    context.load(programsInPeriod, unitId, period),
    withheldLending(context, unitId, period),
  ]);
  return [...shownPrograms(lent, withheldLent)].map(([programId, disbursed]) =>
    Object.assign(new CreditProgramPeriod(), { programId, ...disbursed }),
  );
}

/**
 * What each program lent, by its id and in the order of the ids. Programs that are withheld are among them where they lent
 * nothing too: that is not told.
 */
export function shownPrograms(
  lent: readonly ProgramDisbursed[],
  { programs }: WithheldLending,
): ReadonlyMap<string, ShownDisbursed> {
  const byId = new Map<string, ShownDisbursed>(
    lent.map(({ programId, loans, households, disbursed }) => [programId, { loans, households, disbursed }]),
  );
  const ids = [...new Set([...byId.keys(), ...programs])].toSorted();
  return new Map(ids.map((id) => [id, programs.has(id) ? withheld : (byId.get(id) ?? nothing)]));
}
