import { badArgument, unknownArgument } from "@an-sinh/subgraph-kit/arguments";
import { isUnitCode } from "./unit-id.js";

/** A unit that a client named, and the path of the argument in which it did: "filter.administrativeUnit". */
export interface UnitArgument {
  readonly argument: string;
  readonly unitId: string;
}

/**
 * The error for a unit that is not on record: BAD_USER_INPUT where the text is a code, with the ids of the units that
 * have or had this code, else NOT_FOUND. `findIds` gives the ids that go with a code, in their order.
 */
export async function unknownUnit(
  { argument, unitId }: UnitArgument,
  findIds: (code: string) => Promise<readonly string[]>,
): Promise<Error> {
  const ids = isUnitCode(unitId) ? await findIds(unitId) : [];
  if (ids.length === 0) return unknownArgument(argument, "the id of an administrative unit", unitId);
  const [units, are] = ids.length === 1 ? ["unit", "is"] : ["units", "are"];
  const known = `the ${units} with this code ${are} ${ids.join(" and ")}`;
  return badArgument(argument, `an id, not a code; ${known}`, unitId);
}
