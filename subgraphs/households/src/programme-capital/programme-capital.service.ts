import type { RequestContext } from "@an-sinh/subgraph-kit/context";
import { BadUserInputError } from "@an-sinh/server/errors";
import type { CapitalAllocation } from "./capital-allocation.type.js";
import { capitalOfUnit, nationalProgrammes } from "./programme-capital.loaders.js";

/** A unit's capital for a programme. Throws BAD_USER_INPUT naming the known programmes when there is no such. */
export async function listCapital(
  context: RequestContext,
  unitId: string,
  programme: string,
): Promise<CapitalAllocation[]> {
  const codes = (await nationalProgrammes(context)).map(({ code }) => code);
  if (codes.includes(programme)) return context.load(capitalOfUnit, unitId, { programme });
  throw new BadUserInputError(
    `programme: expected one of ${codes.join(", ")}, but got: ${JSON.stringify(programme.slice(0, 40))}.`,
  );
}
