import type { RequestContext } from "@an-sinh/subgraph-kit/context";
import type { Period } from "@an-sinh/subgraph-kit/period-args";
import { withheldPrograms } from "./assistance.cells.js";
import { assistanceStatistics } from "./assistance-statistics.loaders.js";
import type { AssistanceStatistics } from "./assistance-statistics.type.js";

/** What each program gave in a unit in a period, by the program's code. Programs that gave nothing are left out. */
export async function listAssistance(
  context: RequestContext,
  unitId: string,
  period: Period,
): Promise<AssistanceStatistics[]> {
  const [given, withheld] = await Promise.all([
    context.load(assistanceStatistics, unitId, period),
    withheldPrograms(context, unitId, period),
  ]);
  if (withheld.size === 0) return given;
  const nothingShown = { ...period, recipients: null, households: null, amount: null };
  return [
    ...given.filter(({ programCode }) => !withheld.has(programCode)),
    ...[...withheld].map((programCode) => ({ programCode, ...nothingShown })),
  ].toSorted((a, b) => (a.programCode < b.programCode ? -1 : 1));
}
