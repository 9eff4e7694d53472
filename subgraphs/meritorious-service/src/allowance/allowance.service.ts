import type { RequestContext } from "@an-sinh/subgraph-kit/context";
import { allowancesOfRecord } from "./allowance.loaders.js";
import { Allowance } from "./allowance.type.js";

/** The allowances of several records in force on a day: those of the first record first. */
export async function listAllowances(
  context: RequestContext,
  recordIds: readonly string[],
  on: string,
): Promise<Allowance[]> {
  const lists = await Promise.all(recordIds.map((id) => context.load(allowancesOfRecord, id, { on })));
  return lists.flat().map((allowance) => new Allowance(allowance, on));
}
