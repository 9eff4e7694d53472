import type { RequestContext } from "@an-sinh/subgraph-kit/context";
import { HouseholdUnitEntity } from "../household/household-unit.entity.js";
import { HouseholdEntity } from "../household/household.entity.js";

/** SQLite reads the classes of so many households in a few milliseconds. */
const ahead = 1000;

/** The name of the list of households in their cursors. */
export const householdsByCode = "households:CODE";

/**
 * The code of the 1,000th household of a unit after a cursor, whether it fits a filter or not. Null for the unit: of the
 * register. Null: fewer follow. Throws BAD_USER_INPUT for a bad cursor.
 */
export async function findCodeAhead(
  context: RequestContext,
  unitId: string | null,
  after: string | null | undefined,
): Promise<string | null> {
  const query = unitId
    ? context.read(HouseholdUnitEntity, "row").where("row.unitId = :unitId", { unitId })
    : context.read(HouseholdEntity, "row");
  query
    .select("row.code", "code")
    .orderBy("row.code")
    .limit(1)
    .offset(ahead - 1);
  if (after != null) {
    const [code] = context.cursors.decode(householdsByCode, after, ["string"]);
    query.andWhere("row.code > :code", { code });
  }
  const [row] = await query.getRawMany<{ code: string }>();
  return row?.code ?? null;
}
