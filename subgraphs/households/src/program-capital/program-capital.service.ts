import { badArgument } from "@an-sinh/subgraph-kit/arguments";
import type { RequestContext } from "@an-sinh/subgraph-kit/context";
import type { CapitalAllocation } from "./capital-allocation.type.js";
import { capitalOfUnit, nationalPrograms } from "./program-capital.loaders.js";

/** The capital of a unit for a program. Throws BAD_USER_INPUT, naming the known programs, for another code. */
export async function listCapital(
  context: RequestContext,
  unitId: string,
  program: string,
): Promise<CapitalAllocation[]> {
  const codes = (await nationalPrograms(context)).map(({ code }) => code);
  if (codes.includes(program)) return context.load(capitalOfUnit, unitId, { program });
  throw badArgument("program", `one of ${codes.join(", ")}`, program);
}
