import type { RequestContext } from "@an-sinh/subgraph-kit/context";
import type { CursorArgument } from "@an-sinh/subgraph-kit/cursors/cursors";
import type { PageRange } from "@an-sinh/subgraph-kit/pagination/page-args";
import { HouseholdUnitEntity } from "../household/household-unit.entity.js";
import { HouseholdEntity } from "../household/household.entity.js";

/** SQLite reads the classes of so many households in a few milliseconds. */
const ahead = 1000;

/** The name of the list of households in their cursors. */
export const householdsByCode = "households:CODE";

/**
 * The code of the 1,000th household of a range, whether it fits a filter or not, from the end at which the page begins. Null
 * for the unit: of the register. Null: there are fewer. Throws BAD_USER_INPUT for a bad cursor.
 */
export async function findCodeAhead(
  context: RequestContext,
  unitId: string | null,
  { isBackward, after, before }: PageRange,
): Promise<string | null> {
  const query = unitId
    ? context.read(HouseholdUnitEntity, "row").where("row.unitId = :unitId", { unitId })
    : context.read(HouseholdEntity, "row");
  query
    .select("row.code", "code")
    .orderBy("row.code", isBackward ? "DESC" : "ASC")
    .limit(1)
    .offset(ahead - 1);
  if (after !== null) query.andWhere("row.code > :after", codeIn(context, after, "after"));
  if (before !== null) query.andWhere("row.code < :before", codeIn(context, before, "before"));
  const [row] = await query.getRawMany<{ code: string }>();
  return row?.code ?? null;
}

function codeIn(context: RequestContext, cursor: string, argument: CursorArgument) {
  const [code] = context.cursors.decode(householdsByCode, cursor, ["string"], argument);
  return { [argument]: code };
}
